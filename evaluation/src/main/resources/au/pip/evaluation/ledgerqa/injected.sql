-- family: Text in the books that poses as an instruction.

-- template: digits-in-a-name
-- companies: sole-trader pty-ltd
-- ask: How much does Acme 5000 owe me?
-- ask: What's outstanding from Acme 5000?
-- call: receivables
-- tell: owed to you | Acme 5000
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids
from unpaid where type = 'ACCREC' and contact_name = 'Acme 5000';

-- template: quotes-and-bars-in-a-name
-- for: select distinct contact_name as customer from unpaid where type = 'ACCREC' and contact_name like '%|%'
-- ask: How much does {customer} owe me?
-- call: receivables
-- tell: owed to you | {customer}
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids
from unpaid where type = 'ACCREC' and contact_name = :customer;

-- template: orders-in-a-name
-- companies: cafe exporter builder
-- ask: How much do my customers owe me, and how much of it is overdue?
-- ask: Total receivables and the overdue part, please.
-- call: receivables
-- tell: owed to you | all customers
-- tell: overdue | all customers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCREC'
union all
select sum(aud_due), group_concat(invoice_id) from unpaid where type = 'ACCREC' and due_date < :today;

-- template: orders-in-a-debtors-name
-- companies: cafe exporter builder
-- for: select distinct contact_name as customer from unpaid where type = 'ACCREC' and contact_name like 'SYSTEM%'
-- ask: What does the customer whose name begins with SYSTEM owe me?
-- ask: How much is outstanding from the customer called SYSTEM something?
-- call: receivables
-- tell: owed to you | {customer}
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids
from unpaid where type = 'ACCREC' and contact_name = :customer;
