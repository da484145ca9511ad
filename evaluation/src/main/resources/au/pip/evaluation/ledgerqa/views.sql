-- What the families' questions stand on beside truth.sql: amounts in whole cents, foreign ones also in AUD at the
-- document's rate, rounded half up to the cent.

create view documents as
select i.invoice_id, i.number, i.type, i.status, i.contact_id, i.contact_name, i.date, i.due_date, i.currency,
       c.total, c.due, c.tax,
       (c.total * 2000000 + c.rate_millionths) / (2 * c.rate_millionths) as aud_total,
       (c.due * 2000000 + c.rate_millionths) / (2 * c.rate_millionths) as aud_due
from invoices i join cents_invoices c on c.invoice_id = i.invoice_id;

-- Approved, paid or not.
create view booked as select * from documents where status in ('AUTHORISED', 'PAID');

-- Approved and not paid in full.
create view unpaid as select * from documents where status = 'AUTHORISED' and due > 0;

create view bank as
select b.id, b.type, b.date, b.contact_id, coalesce(c.name, '') as contact_name,
       cast(replace(b.total, '.', '') as integer) as total
from bank_transactions b left join contacts c on c.contact_id = b.contact_id
where b.status = 'AUTHORISED';

create view postings as
select j.date, j.account_code, j.account_name, j.account_class, a.type as account_type,
       cast(replace(j.amount, '.', '') as integer) as amount
from journal j join accounts a on a.code = j.account_code;

create view planned as
select b.account_code, a.name as account_name, a.class as account_class, a.type as account_type, b.month,
       cast(replace(b.amount, '.', '') as integer) as amount
from budgets b join accounts a on a.code = b.account_code;

create view gst as
select 'accruals' as basis, date, side, tax from gst_accruals
union all
select 'cash', date, side, tax from gst_cash;

-- How many days past due a document is; not past due counts as nought.
create view aged as
select type, invoice_id, contact_name, aud_due,
       max(0, cast(julianday((select today from organisation)) - julianday(due_date) as integer)) as days
from unpaid;

-- The bounds of each age in days and the words that are asked.
create view ages as
select 'not yet due' as age, 0 as low, 0 as high
union all select 'up to thirty days overdue', 1, 30
union all select 'thirty-one to sixty days overdue', 31, 60
union all select 'sixty-one to ninety days overdue', 61, 90
union all select 'over ninety days overdue', 91, 99999;

-- What was offered and has run out counts as expired.
create view offers as
select quote_id, number, contact_name, date,
       case when status = 'SENT' and expires_on < (select today from organisation) then 'EXPIRED' else status end as status,
       cast(replace(total, '.', '') as integer) as total
from quotes;

create view orders as
select purchase_order_id, number, contact_name, date, status, cast(replace(total, '.', '') as integer) as total
from purchase_orders;

create view moved as
select bank_transfer_id, date, cast(replace(amount, '.', '') as integer) as amount from bank_transfers;
