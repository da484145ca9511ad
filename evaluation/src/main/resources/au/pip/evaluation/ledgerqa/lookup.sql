-- family: One record or one account, by its name or number.

-- template: invoice-total
-- for: select number, contact_name as customer, lower(status) as status from booked
-- for: where type = 'ACCREC' order by invoice_id limit 4
-- ask: What did invoice {number} come to, with GST?
-- ask: How much is {number}?
-- ask: Look up {number} for me: what's the total?
-- call: invoices {"number":"{number}"}
-- tell: total with GST, {status} | {number} {customer}
-- answer: amount
select total as value, currency, invoice_id as ids from booked where number = :number and type = 'ACCREC';

-- template: invoice-still-due
-- for: select number, contact_name as customer from unpaid where type = 'ACCREC' order by invoice_id desc limit 3
-- ask: How much is still due on {number}?
-- ask: What's left to pay on invoice {number}?
-- call: invoices {"number":"{number}"}
-- tell: still due | {number} {customer}
-- answer: amount
select due as value, currency, invoice_id as ids from unpaid where number = :number and type = 'ACCREC';

-- template: invoice-due-date
-- for: select number, contact_name as customer from unpaid where type = 'ACCREC' order by invoice_id limit 2
-- ask: When is {number} due?
-- ask: What's the due date of invoice {number}?
-- call: invoices {"number":"{number}"}
-- tell: due date | {number} {customer}
-- answer: day
select due_date as value, invoice_id as ids from unpaid where number = :number and type = 'ACCREC';

-- template: bill-total
-- for: select number, contact_name as supplier, lower(status) as status from booked
-- for: where type = 'ACCPAY' and number in (select number from documents group by number having count(*) = 1)
-- for: order by invoice_id limit 3
-- ask: What did bill {number} come to, with GST?
-- ask: How much was the bill {number} from {supplier}?
-- call: invoices {"number":"{number}","kind":"bills"}
-- tell: total with GST, {status} | {number} {supplier}
-- answer: amount
select total as value, currency, invoice_id as ids from booked where number = :number and type = 'ACCPAY';

-- template: customer-owes
-- for: select distinct contact_name as customer from unpaid where type = 'ACCREC' order by contact_id limit 4
-- ask: How much does {customer} owe me?
-- ask: What's outstanding from {customer}?
-- call: receivables
-- tell: owed to you | {customer}
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids
from unpaid where type = 'ACCREC' and contact_name = :customer;

-- template: owed-to-supplier
-- for: select distinct contact_name as supplier from unpaid where type = 'ACCPAY' order by contact_id limit 3
-- ask: How much do I owe {supplier}?
-- ask: What's unpaid to {supplier}?
-- call: payables
-- tell: owed by you | {supplier}
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids
from unpaid where type = 'ACCPAY' and contact_name = :supplier;

-- template: bank-account
-- for: select name as account, code from accounts where type = 'BANK'
-- ask: What does the {account} hold by the books?
-- ask: What's the balance of the {account}?
-- call: bank_balances
-- tell: balance by the books | {account}
-- answer: amount
select sum(amount) as value, :account as name, (select account_id from accounts where code = :code) as ids
from postings where account_code = :code;

-- template: cost-account
-- for: select account_name as account, account_code as code from postings where account_class = 'EXPENSE'
-- for: group by account_code having count(*) > 20 order by sum(amount) desc limit 3
-- spans: last_month last_quarter
-- ask: What did {account} cost me {span}?
-- ask: How much did I spend on {account} {span}?
-- call: profit_and_loss {"period":"{argument}","detail":"accounts"}
-- tell: * | {account}
-- answer: amount
select sum(amount) as value, :account as name from postings where account_code = :code and date between :from and :to;
