-- family: The documents that fit a condition: how many, and what they come to.

-- template: overdue-from-customers
-- ask: How much is overdue from customers?
-- ask: What do the sales invoices past their due date come to?
-- call: receivables
-- tell: overdue | all customers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCREC' and due_date < :today;

-- template: overdue-to-suppliers
-- ask: How much of what I owe suppliers is overdue?
-- ask: What do my overdue bills come to?
-- call: payables
-- tell: overdue | all suppliers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCPAY' and due_date < :today;

-- template: open-invoices
-- ask: How many sales invoices are unpaid?
-- ask: Number of open sales invoices?
-- call: receivables
-- tell: open sales invoices | all customers
-- answer: count
select count(*) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCREC';

-- template: open-bills
-- ask: How many bills are unpaid?
-- ask: Number of open bills?
-- call: payables
-- tell: open bills | all suppliers
-- answer: count
select count(*) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCPAY';

-- template: overdue-invoices
-- ask: How many sales invoices are overdue?
-- ask: Count the invoices that customers should have paid by now.
-- call: invoices {"kind":"sales","status":"overdue"}
-- tell: overdue sales invoices | all customers
-- answer: count
select count(*) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCREC' and due_date < :today;

-- template: overdue-bill-of-a-supplier
-- for: select number, contact_name as supplier from unpaid
-- for: where type = 'ACCPAY' and number <> '' and due_date < :today
-- for: group by contact_id having count(*) = 1 and contact_name not like '%|%' and contact_name not like '%,%'
-- for: order by contact_id limit 2
-- ask: Which bills from {supplier} are overdue?
-- ask: Are any bills from {supplier} overdue?
-- call: invoices {"kind":"bills","contact":"{supplier}","status":"overdue"}
-- tell: still due | {number} {supplier}
-- answer: amount
select due as value, currency, invoice_id as ids from unpaid where number = :number and type = 'ACCPAY' and contact_name = :supplier;

-- template: overdue-invoice-of-a-customer
-- for: select number, contact_name as customer from unpaid
-- for: where type = 'ACCREC' and number <> '' and due_date < :today
-- for: group by contact_id having count(*) = 1 and contact_name not like '%|%' and contact_name not like '%,%'
-- for: order by contact_id limit 2
-- ask: Which invoices to {customer} are overdue?
-- ask: What overdue invoices to {customer} are there?
-- call: invoices {"kind":"sales","contact":"{customer}","status":"overdue"}
-- tell: still due | {number} {customer}
-- answer: amount
select due as value, currency, invoice_id as ids from unpaid where number = :number and type = 'ACCREC' and contact_name = :customer;

-- template: draft-invoices
-- ask: How many draft sales invoices are waiting?
-- ask: Number of sales invoices not approved yet, drafts and submitted ones?
-- call: invoices {"kind":"sales","status":"draft"}
-- tell: draft sales invoices | all customers
-- answer: count
select count(*) as value, group_concat(invoice_id) as ids from documents
where type = 'ACCREC' and status in ('DRAFT', 'SUBMITTED');

-- template: customer-invoices
-- for: select contact_name as customer from booked where type = 'ACCREC'
-- for: group by contact_id having count(*) > 4 and contact_name not like '%|%' order by contact_id limit 2
-- spans: this_financial_year last_financial_year
-- ask: How many invoices did I send {customer} {span}?
-- ask: Number of approved invoices to {customer} {span}?
-- call: invoices {"kind":"sales","contact":"{customer}","period":"{argument}"}
-- tell: approved sales invoices | customers matching '{customer}'
-- answer: count
select nullif(count(*), 0) as value, group_concat(invoice_id) as ids from booked
where type = 'ACCREC' and contact_name = :customer and date between :from and :to;

-- template: customer-sales
-- for: select contact_name as customer from booked where type = 'ACCREC' and currency = 'AUD'
-- for: group by contact_id having count(*) > 4 and contact_name not like '%|%' order by contact_id desc limit 2
-- spans: this_financial_year
-- ask: What did I invoice {customer} {span}, with GST?
-- ask: Total of approved invoices to {customer} {span}?
-- call: invoices {"kind":"sales","contact":"{customer}","period":"{argument}"}
-- tell: total with GST of approved sales invoices | customers matching '{customer}'
-- answer: amount
select sum(aud_total) as value, group_concat(invoice_id) as ids from booked
where type = 'ACCREC' and contact_name = :customer and date between :from and :to;

-- template: supplier-bills
-- for: select contact_name as supplier from booked where type = 'ACCPAY'
-- for: group by contact_id having count(*) > 4 order by contact_id limit 2
-- spans: this_financial_year
-- ask: What did {supplier} bill me {span}, with GST?
-- ask: Total of bills from {supplier} {span}?
-- call: invoices {"kind":"bills","contact":"{supplier}","period":"{argument}"}
-- tell: total with GST of approved bills | suppliers matching '{supplier}'
-- answer: amount
select sum(aud_total) as value, group_concat(invoice_id) as ids from booked
where type = 'ACCPAY' and contact_name = :supplier and date between :from and :to;

-- template: spent-at
-- for: select contact_name as payee from bank where type = 'SPEND'
-- for: group by contact_id having count(*) > 8 order by contact_id limit 2
-- spans: last_quarter last_month
-- ask: How much did I spend straight from the bank at {payee} {span}?
-- ask: What went to {payee} by card {span}, bills aside?
-- call: bank_transactions {"period":"{argument}","contact":"{payee}"}
-- tell: spent | {payee}
-- answer: amount
select sum(total) as value, group_concat(id) as ids from bank
where type = 'SPEND' and contact_name = :payee and date between :from and :to;

-- Which of two of one day is the second is nobody's to say, so no records are named.
-- template: bills-entered-twice
-- ask: How many bills of the last twelve months look as if they were entered twice?
-- ask: Any duplicate bills? How many?
-- ask: Count the bills that may be in the books twice.
-- call: odd_bills
-- tell: bills that may be entered twice | all suppliers
-- answer: count
select count(*) as value from billed_again;

-- template: which-bill-twice
-- ask: Which bill looks entered twice, and for how much with GST?
-- ask: The duplicate bill: its number and its amount with GST?
-- call: odd_bills
-- tell: billed again | ? @1
-- answer: amount
select total as value, currency, number as name from billed_again where (select count(*) from billed_again) = 1;

-- template: odd-bills
-- ask: How many bills are far above what the supplier usually bills?
-- ask: Unusual bills in the last twelve months: how many?
-- call: odd_bills
-- tell: bills far above the usual | all suppliers
-- answer: count
select count(*) as value, group_concat(invoice_id) as ids from far_bills;

-- template: which-bill-is-odd
-- ask: Which bill is far above the supplier's usual, and for how much with GST?
-- ask: The unusual bill: its number and its amount with GST?
-- call: odd_bills
-- tell: billed, far above the usual | ? @1
-- answer: amount
select total as value, currency, number as name, invoice_id as ids from far_bills where (select count(*) from far_bills) = 1;
