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

create view g1 as
select 'accruals' as basis, date, gross from g1_accruals
union all
select 'cash', date, gross from g1_cash;

-- Each payday with its gross wages and what was withheld.
create view paydays as
select manual_journal_id, date,
       sum(case account_code when '477' then cast(replace(amount, '.', '') as integer) else 0 end) as wages,
       -sum(case account_code when '825' then cast(replace(amount, '.', '') as integer) else 0 end) as withheld
from manual_journals group by manual_journal_id having sum(account_code = '477') > 0;

-- The first day of the last twelve months, today included; a year before 29 February is 28 February.
create view year_back as
select case when today like '%-02-29' then date(today, '-1 year') else date(today, '-1 year', '+1 day') end as day
from organisation;

-- The quarter that runs, and the one before it, by their first days.
create view quarters as
select date(today, 'start of month', printf('-%d month', (strftime('%m', today) - 1) % 3)) as running,
       date(today, 'start of month', printf('-%d month', (strftime('%m', today) - 1) % 3 + 3)) as last
from organisation;

-- Business days of two years, and by when a quarter's statement is written to be due: from the Fair Work Act and the
-- tax office's pages, written down here apart from Pip's own data.
create table business_days as
with recursive every(day) as (select '2026-01-01' union all select date(day, '+1 day') from every where day < '2027-12-31')
select day from every where strftime('%w', day) not in ('0', '6') and substr(day, 6) not in ('01-01', '01-26', '04-25', '12-25', '12-26')
and day not in ('2026-04-03', '2026-04-06', '2026-12-28', '2027-03-26', '2027-03-29', '2027-12-27', '2027-12-28');

create table lodging as
select '2026-03-31' as quarter_end, '2026-04-28' as own, '2026-05-26' as agent
union all select '2026-06-30', '2026-07-28', '2026-08-25'
union all select '2026-09-30', '2026-10-28', '2026-11-25'
union all select '2026-12-31', '2027-02-28', '2027-02-28'
union all select '2027-03-31', '2027-04-28', '2027-05-26';

create table lodging_days as
select quarter_end, (select min(day) from business_days where day >= own) as own,
       (select min(day) from business_days where day >= agent) as agent
from lodging;

-- Net GST of the running statement, and of the one before while that is not due and nothing was paid since.
create view open_statements as
with since as materialized (
  select case when l.own >= o.today
              and not exists (select 1 from bank_transactions b join bank_transaction_lines n on n.bank_transaction_id = b.id
                              where b.status = 'AUTHORISED' and n.account_code = '820' and b.date >= q.running)
         then q.last else q.running end as day
  from quarters q, organisation o left join lodging_days l on l.quarter_end = date(q.running, '-1 day'))
select sum(case side when 'sales' then tax else -tax end) as gst
from gst, organisation, since where basis = lower(sales_tax_basis) and date between day and today;

-- The financial year from 1 July so far, and the profit of it.
create view tax_year as
with year as (select date(today, printf('-%d month', (strftime('%m', today) + 5) % 12), 'start of month') as first from organisation)
select first, cast(julianday(today) - julianday(first) + 1 as integer) as days,
       (select -sum(amount) from postings where account_class in ('REVENUE', 'EXPENSE') and date between first and today) as profit
from year, organisation;

-- What the accounts of GST, PAYG and super hold as owing, on the organisation's own basis.
create view tax_owing as
select account_code, sum(owing) as owing from tax_journal, organisation
where basis = lower(sales_tax_basis) and date <= today group by account_code having sum(owing) <> 0;

-- What is in the bank, and what of it is spoken for; the buffer is a third of the last three whole months' costs.
create view spoken as
select bank, bills, tax, bank - bills - tax as free, case when costs > 0 then (costs * 2 + 3) / 6 else 0 end as buffer
from (select (select coalesce(sum(amount), 0) from postings where account_type = 'BANK') as bank,
             (select coalesce(sum(aud_due), 0) from unpaid where type = 'ACCPAY') as bills,
             (select coalesce(sum(max(owing, 0)), 0) from tax_owing) as tax,
             (select sum(amount) from postings, organisation where account_class = 'EXPENSE'
              and date >= date(today, 'start of month', '-3 month') and date < date(today, 'start of month')) as costs);

-- How many days late each customer paid on average over the last twelve months, rounded half away from nought.
create view habits as
select contact_id, (select name from contacts c where c.contact_id = p.contact_id) as contact_name, count(*) as invoices,
       case when sum(late) < 0 then -1 else 1 end
         * ((2 * abs(cast(sum(late) as integer)) + count(*)) / (2 * count(*))) as late
from last_payments p where paid >= (select day from year_back) group by contact_id;

-- When money for an open sales invoice is expected: the due date and the days by which the customer usually is late.
create view receipts as
select u.invoice_id, u.aud_due, date(u.due_date, '+' || max(0, coalesce(h.late, 0)) || ' days') as day
from unpaid u left join habits h on h.contact_id = u.contact_id
where u.type = 'ACCREC' and julianday((select today from organisation)) - julianday(u.due_date) <= 90;

-- Spent over the last three whole months with those who were paid without a bill in each of them.
create view repeating as
with months as materialized (
  select date(today, 'start of month', '-3 month') as first, date(today, 'start of month') as after from organisation)
select coalesce(sum(amount), 0) as spent, cast(julianday(after) - julianday(first) as integer) as days
from months left join spent_directly on date >= first and date < after and contact_id in
  (select contact_id from spent_directly, months where date >= first and date < after
   group by contact_id having count(distinct substr(date, 1, 7)) = 3);

-- Bills of the last twelve months that are like an earlier one of the same supplier.
create view billed_again as
select b.* from bills b, organisation where b.date between (select day from year_back) and today and exists
  (select 1 from bills a where a.invoice_id <> b.invoice_id and a.contact_id = b.contact_id and a.currency = b.currency
   and a.total = b.total and a.date between (select day from year_back) and today
   and (a.date < b.date or a.date = b.date and a.invoice_id < b.invoice_id)
   and (a.number = b.number or julianday(b.date) - julianday(a.date) <= 7));

-- Bills of the last twelve months above three times the middle one of at least four others of that supplier.
create view far_bills as
with ranked as (
  select b.*, row_number() over (partition by contact_id, currency order by total) as place,
         count(*) over (partition by contact_id, currency) as n
  from bills b, organisation where b.date between (select day from year_back) and today)
select b.*, m.total as usual from ranked b join ranked m on m.contact_id = b.contact_id and m.currency = b.currency
  and m.place = (b.n - 2) / 2 + case when b.place - 1 <= (b.n - 2) / 2 then 2 else 1 end
where b.n >= 5 and b.total > 3 * m.total;

create view sold as
select i.invoice_id, i.contact_id, c.contact_name, i.date,
       ((i.total - i.tax) * 2000000 + i.rate_millionths) / (2 * i.rate_millionths) as net
from cents_invoices i join invoices c on c.invoice_id = i.invoice_id
where i.type = 'ACCREC' and i.status in ('AUTHORISED', 'PAID');
