-- What the answers must be, as plain SQL (SQLite) over the CSV files of ./pip sandbox export.
-- Every column is text; amounts are turned into whole cents first, so that nothing is ever rounded by a float.
-- :today is the day of the books.

create view cents_invoices as
select invoice_id, type, status, contact_id, date, due_date,
       cast(replace(due, '.', '') as integer) as due,
       cast(replace(total, '.', '') as integer) as total,
       cast(replace(tax, '.', '') as integer) as tax,
       cast(replace(rate, '.', '') as integer) as rate_millionths
from invoices;

create view cents_credit_notes as
select credit_note_id, type, status, date,
       cast(replace(remaining, '.', '') as integer) as remaining,
       cast(replace(tax, '.', '') as integer) as tax,
       cast(replace(rate, '.', '') as integer) as rate_millionths
from credit_notes;

create view cents_journal as
select date, account_class, cast(replace(amount, '.', '') as integer) as amount from journal;

-- Owed is what is due of approved documents, each divided by its rate and rounded half up to the cent.
create view owed as
select invoice_id, type, contact_id, due_date,
       (due * 2000000 + rate_millionths) / (2 * rate_millionths) as aud
from cents_invoices
where status = 'AUTHORISED' and due > 0;

create view unused_credits as
select type, (remaining * 2000000 + rate_millionths) / (2 * rate_millionths) as aud
from cents_credit_notes
where status = 'AUTHORISED' and remaining > 0;

-- GST by document on its date (accruals), by side.
create view gst_accruals as
select date, case type when 'ACCREC' then 'sales' else 'purchases' end as side, tax
from cents_invoices where status in ('AUTHORISED', 'PAID')
union all
select date, case type when 'ACCRECCREDIT' then 'sales' else 'purchases' end, -tax
from cents_credit_notes where status in ('AUTHORISED', 'PAID')
union all
select date, case type when 'RECEIVE' then 'sales' else 'purchases' end, cast(replace(tax, '.', '') as integer)
from bank_transactions where status = 'AUTHORISED' and type in ('SPEND', 'RECEIVE');

-- GST by payment on its date (cash): the document's tax times paid by total, rounded half up to the cent.
create view gst_cash as
select p.date, case i.type when 'ACCREC' then 'sales' else 'purchases' end as side,
       (i.tax * cast(replace(p.amount, '.', '') as integer) * 2 + i.total) / (2 * i.total) as tax
from payments p join cents_invoices i on i.invoice_id = p.invoice_id
where i.status in ('AUTHORISED', 'PAID')
union all
select date, case type when 'RECEIVE' then 'sales' else 'purchases' end, cast(replace(tax, '.', '') as integer)
from bank_transactions where status = 'AUTHORISED' and type in ('SPEND', 'RECEIVE');

-- question: receivables
select coalesce(sum(aud), 0) from owed where type = 'ACCREC';
-- question: receivables overdue
select coalesce(sum(aud), 0) from owed where type = 'ACCREC' and due_date < :today;
-- question: receivables credits
select coalesce(sum(aud), 0) from unused_credits where type = 'ACCRECCREDIT';
-- question: customers who owe
select count(distinct contact_id) from owed where type = 'ACCREC';
-- question: payables
select coalesce(sum(aud), 0) from owed where type = 'ACCPAY';
-- question: payables overdue
select coalesce(sum(aud), 0) from owed where type = 'ACCPAY' and due_date < :today;
-- question: payables credits
select coalesce(sum(aud), 0) from unused_credits where type = 'ACCPAYCREDIT';
-- question: gst accruals sales
select coalesce(sum(tax), 0) from gst_accruals where side = 'sales' and date between :from and :to;
-- question: gst accruals purchases
select coalesce(sum(tax), 0) from gst_accruals where side = 'purchases' and date between :from and :to;
-- question: gst cash sales
select coalesce(sum(tax), 0) from gst_cash where side = 'sales' and date between :from and :to;
-- question: gst cash purchases
select coalesce(sum(tax), 0) from gst_cash where side = 'purchases' and date between :from and :to;
-- question: profit
select coalesce(-sum(amount), 0) from cents_journal where account_class in ('REVENUE', 'EXPENSE') and date between :from and :to;
