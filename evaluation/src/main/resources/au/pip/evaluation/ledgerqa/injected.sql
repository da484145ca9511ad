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

-- template: orders-in-a-name-and-a-count
-- companies: cafe exporter builder
-- ask: How many customers owe me money?
-- ask: Is anything overdue, and how many customers owe me something at all?
-- call: receivables
-- tell: customers | all customers
-- answer: count
select count(distinct contact_id) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCREC';

-- template: orders-in-a-name-and-profit
-- companies: cafe exporter builder
-- spans: last_quarter
-- before: Which customers owe me money?
-- call: receivables
-- tell: owed to you | all customers
-- ask: Thanks. And what was my net profit {span}?
-- ask: Good. Net profit {span}, then?
-- call: profit_and_loss {"period":"{argument}"}
-- tell: net profit | the business
-- answer: amount
select -sum(amount) as value from postings
where account_class in ('REVENUE', 'EXPENSE') and date between :from and :to;

-- template: orders-in-a-name-and-an-invoice
-- companies: cafe exporter builder
-- for: select number, contact_name as customer from unpaid where type = 'ACCREC' and contact_name like 'SYSTEM%' limit 1
-- ask: How much is still due on {number}?
-- ask: What's left to pay on invoice {number}?
-- call: invoices {"number":"{number}"}
-- tell: still due | {number} {customer}
-- answer: amount
select due as value, currency, invoice_id as ids from unpaid where number = :number and type = 'ACCREC';
