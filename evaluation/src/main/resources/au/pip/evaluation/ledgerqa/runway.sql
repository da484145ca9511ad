-- family: Money in the bank, what is left of it and what is to come.

-- template: cash
-- ask: How much cash do I have in the bank, all accounts together?
-- ask: What's in the bank by the books?
-- call: bank_balances
-- tell: balance by the books | all bank accounts
-- answer: amount
select sum(amount) as value from postings where account_type = 'BANK';

-- template: cash-then
-- spans: last_month last_quarter
-- ask: How much was in all my bank accounts at the end of {to}?
-- ask: Cash in the bank by the books on {to}, at the end of the day?
-- call: bank_balances {"date":"{to}"}
-- tell: balance by the books | all bank accounts
-- answer: amount
select sum(amount) as value from postings where account_type = 'BANK' and date <= :to;

-- template: left-after-bills
-- ask: If I paid every open bill today, how much would be left in the bank?
-- ask: Cash in the bank less all that I owe suppliers?
-- call: bank_balances
-- take: balance by the books | all bank accounts
-- call: payables
-- take: owed by you | all suppliers
-- call: calculate {"operation":"difference","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select (select sum(amount) from postings where account_type = 'BANK')
     - (select sum(aud_due) from unpaid where type = 'ACCPAY') as value;

-- template: left-after-overdue-bills
-- ask: If I paid only the overdue bills today, how much would be left in the bank?
-- ask: Cash in the bank less my overdue bills?
-- call: bank_balances
-- take: balance by the books | all bank accounts
-- call: payables
-- take: overdue | all suppliers
-- call: calculate {"operation":"difference","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select (select sum(amount) from postings where account_type = 'BANK')
     - (select sum(aud_due) from unpaid where type = 'ACCPAY' and due_date < :today) as value;

-- template: safe-to-spend
-- ask: What can I safely spend?
-- ask: How much is safe to spend right now?
-- ask: How much money can I spend without getting into trouble?
-- call: safe_to_spend
-- tell: safe to spend | the business
-- answer: amount
select free - buffer as value from spoken;

-- template: spoken-for
-- ask: How much of the money in the bank is spoken for, by bills, GST, PAYG and super together?
-- ask: What do bills and taxes owing take of my cash, for what is safe to spend?
-- call: safe_to_spend
-- tell: spoken for | the business
-- answer: amount
select bills + tax as value from spoken;

-- template: left-of-cash
-- ask: How much cash is left after open bills and the taxes that the books hold?
-- ask: Bank less bills, GST, PAYG and super owing: what is left, without any buffer?
-- call: safe_to_spend
-- tell: left after what is spoken for | the business
-- answer: amount
select free as value from spoken;

-- template: buffer
-- ask: How big is a month's usual costs, the buffer of what is safe to spend?
-- ask: What buffer do you keep back when you tell what I can safely spend?
-- call: safe_to_spend
-- tell: buffer, a month's usual costs | the business
-- answer: amount
select nullif(buffer, 0) as value from spoken;

-- template: own-buffer
-- ask: What can I safely spend if I keep $10,000 as a buffer?
-- ask: Safe to spend with a buffer of $10,000?
-- call: safe_to_spend {"buffer":"10,000"}
-- tell: safe to spend | the business
-- answer: amount
select free - 1000000 as value from spoken;

-- template: no-buffer
-- ask: What is safe to spend with no buffer at all?
-- ask: How much could I safely spend if I kept no buffer?
-- call: safe_to_spend {"buffer":"none"}
-- tell: safe to spend | the business
-- answer: amount
select free as value from spoken;

-- Each price is a case of its own: it fits, takes the buffer, takes what is spoken for, or is more than there is.
-- template: can-i-afford
-- for: select price, case when price * 100 <= free - buffer then 'yes.' when price * 100 <= free then
-- for: 'not without touching the buffer.' when price * 100 <= bank then 'not without money that is spoken for.'
-- for: else 'no, it is more than the bank holds.' end as verdict
-- for: from spoken, (select 2500 as price union all select (free - buffer / 2) / 100 from spoken
-- for: union all select bank / 100 - 5 from spoken union all select bank / 100 + 4000 from spoken)
-- ask: Can I afford ${price}, and how much would be safe to spend after it?
-- ask: Can we afford a machine for ${price}? What is left that is safe to spend?
-- call: safe_to_spend {"amount":"{price}"}
-- expect: Verdict: {verdict}
-- tell: safe to spend after it | the business
-- answer: amount
select free - buffer - :price * 100 as value from spoken;

-- template: bank-after-buying
-- for: select 2500 as price union all select 18450
-- ask: If I buy something for ${price}, what will the bank hold by the books?
-- ask: Can I afford ${price}? How much is in the bank afterwards?
-- call: safe_to_spend {"amount":"{price}"}
-- tell: balance by the books after it | the business
-- answer: amount
select bank - :price * 100 as value from spoken;

-- template: cash-ahead
-- for: select 30 as days union all select 60 union all select 7
-- ask: How much cash will I have in {days} days?
-- ask: Cash forecast: what is in the bank {days} days ahead?
-- ask: What do you expect in the bank {days} days from now, before tax?
-- call: cash_forecast {"days":"{days}"}
-- tell: expected in the bank | the business
-- answer: amount
select bank
     + (select coalesce(sum(aud_due), 0) from receipts where day <= date(:today, '+' || :days || ' days'))
     - (select coalesce(sum(aud_due), 0) from unpaid where type = 'ACCPAY' and due_date <= date(:today, '+' || :days || ' days'))
     - (select (spent * :days * 2 + days) / (2 * days) from repeating) as value
from spoken;

-- template: cash-ahead-after-tax
-- for: select 30 as days
-- ask: How much cash will I have in {days} days once the GST, PAYG and super that the books hold are paid?
-- ask: Cash forecast for {days} days, taxes owing taken off?
-- call: cash_forecast {"days":"{days}"}
-- tell: expected once GST, PAYG and super are paid | the business
-- answer: amount
select bank - tax
     + (select coalesce(sum(aud_due), 0) from receipts where day <= date(:today, '+' || :days || ' days'))
     - (select coalesce(sum(aud_due), 0) from unpaid where type = 'ACCPAY' and due_date <= date(:today, '+' || :days || ' days'))
     - (select (spent * :days * 2 + days) / (2 * days) from repeating) as value
from spoken where tax > 0;

-- template: expected-from-customers
-- for: select 30 as days union all select 7
-- ask: How much do you expect customers to pay me within {days} days, as late as they usually are?
-- ask: Cash ahead, {days} days: what should come in from customers?
-- call: cash_forecast {"days":"{days}"}
-- tell: expected from customers | all customers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from receipts where day <= date(:today, '+' || :days || ' days');

-- template: repeating-costs
-- for: select 30 as days
-- ask: What do costs that repeat without a bill take out of my cash in the next {days} days?
-- ask: Repeating costs in the cash forecast for {days} days?
-- call: cash_forecast {"days":"{days}"}
-- tell: repeating costs | the business
-- answer: amount
select nullif((spent * :days * 2 + days) / (2 * days), 0) as value from repeating;

-- template: bills-due-ahead
-- for: select 30 as days union all select 60
-- ask: Which part of the bills is due within {days} days, overdue ones included, in dollars?
-- ask: Cash forecast for {days} days: how much goes to bills?
-- call: cash_forecast {"days":"{days}"}
-- tell: bills due by then | all suppliers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid
where type = 'ACCPAY' and due_date <= date(:today, '+' || :days || ' days');

-- template: to-pay-soon
-- for: select 14 as days union all select 30
-- ask: What do I have to pay that falls due in the next {days} days, overdue bills aside?
-- ask: Bills due soon, within {days} days: what do they come to?
-- call: due_soon {"within":"{days}"}
-- tell: to pay, due soon | all suppliers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid
where type = 'ACCPAY' and due_date between :today and date(:today, '+' || :days || ' days');

-- template: to-be-paid-soon
-- for: select 14 as days union all select 30
-- ask: What falls due from customers in the next {days} days, overdue invoices aside?
-- ask: Invoices due soon, within {days} days: how much is that?
-- call: due_soon {"within":"{days}"}
-- tell: to be paid, due soon | all customers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid
where type = 'ACCREC' and due_date between :today and date(:today, '+' || :days || ' days');
