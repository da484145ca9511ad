-- family: Money in the bank, and what is left of it.
-- How long it lasts and what is safe to spend belong here too once there is a tool for them.

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
