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

-- Sales with GST for G1: each document's lines but those off the activity statement, and money received for sales.
create view g1_documents as
select i.invoice_id, i.date, i.total, i.rate_millionths,
       sum(case when l.tax_type = 'BASEXCLUDED' then 0
                else cast(replace(l.amount, '.', '') as integer) + cast(replace(l.tax_amount, '.', '') as integer) end) as gross
from cents_invoices i join invoice_lines l on l.invoice_id = i.invoice_id
where i.type = 'ACCREC' and i.status in ('AUTHORISED', 'PAID')
group by i.invoice_id;

create view g1_bank as
select b.date,
       case when b.type = 'RECEIVE' and l.tax_type in ('OUTPUT', 'EXEMPTOUTPUT', 'EXEMPTEXPORT', 'INPUTTAXED') then 1
            when b.type = 'SPEND' and l.tax_type in ('OUTPUT', 'EXEMPTOUTPUT') then -1
            else 0 end
       * (cast(replace(l.amount, '.', '') as integer) + cast(replace(l.tax_amount, '.', '') as integer)) as gross
from bank_transactions b join bank_transaction_lines l on l.bank_transaction_id = b.id
where b.status = 'AUTHORISED';

create view g1_accruals as
select date, (gross * 2000000 + rate_millionths) / (2 * rate_millionths) as gross from g1_documents
union all
select c.date, -(cast(replace(l.amount, '.', '') as integer) + cast(replace(l.tax_amount, '.', '') as integer))
from credit_notes c join credit_note_lines l on l.credit_note_id = c.credit_note_id
where c.type = 'ACCRECCREDIT' and c.status in ('AUTHORISED', 'PAID') and l.tax_type <> 'BASEXCLUDED'
union all
select date, gross from g1_bank;

create view g1_cash as
select date, (part * 2000000 + rate_millionths) / (2 * rate_millionths) as gross
from (select p.date, d.rate_millionths,
             (d.gross * cast(replace(p.amount, '.', '') as integer) * 2 + d.total) / (2 * d.total) as part
      from payments p join g1_documents d on d.invoice_id = p.invoice_id)
union all
select date, gross from g1_bank;

create view account_lines as
select date, account_code, cast(replace(amount, '.', '') as integer) as amount from journal;

-- What lies behind the figures. Money of lines is turned into cents as above; a foreign amount is divided by its rate
-- and rounded half up, line by line.
create view expense_lines as
select i.invoice_id as id, i.date, i.contact_id, ((cast(replace(l.amount, '.', '') as integer)) * 2000000 + i.rate_millionths) / (2 * i.rate_millionths) as aud
from invoice_lines l join cents_invoices i on i.invoice_id = l.invoice_id
where i.type = 'ACCPAY' and i.status in ('AUTHORISED', 'PAID')
  and l.account_code in (select code from accounts where class = 'EXPENSE')
union all
select b.id, b.date, b.contact_id, cast(replace(l.amount, '.', '') as integer)
from bank_transaction_lines l join bank_transactions b on b.id = l.bank_transaction_id
where b.type = 'SPEND' and b.status = 'AUTHORISED'
  and l.account_code in (select code from accounts where class = 'EXPENSE');

create view invoiced as
select date, contact_id, ((total - tax) * 2000000 + rate_millionths) / (2 * rate_millionths) as aud
from cents_invoices where type = 'ACCREC' and status in ('AUTHORISED', 'PAID');

create view last_payments as
select i.contact_id, julianday(max(p.date)) - julianday(i.due_date) as late, max(p.date) as paid
from cents_invoices i join payments p on p.invoice_id = i.invoice_id
where i.type = 'ACCREC' and i.status = 'PAID' group by i.invoice_id;

create view bank_journal as
select date, cast(replace(amount, '.', '') as integer) as amount from journal
where account_code in (select code from accounts where type = 'BANK');

create view tax_journal as
select 'accruals' as basis, date, account_code, -cast(replace(amount, '.', '') as integer) as owing from journal
where account_code in ('820', '825', '826')
union all
select 'cash', date, account_code, -cast(replace(amount, '.', '') as integer) from cash_journal
where account_code in ('820', '825', '826');

-- Spent directly, without what goes to the accounts of GST, PAYG and super.
create view spent_directly as
select b.contact_id, b.date,
       cast(replace(l.amount, '.', '') as integer) + cast(replace(l.tax_amount, '.', '') as integer) as amount
from bank_transactions b join bank_transaction_lines l on l.bank_transaction_id = b.id
where b.type = 'SPEND' and b.status = 'AUTHORISED' and l.account_code not in ('820', '825', '826');

create view bills as
select invoice_id, number, contact_id, contact_name, currency, date, cast(replace(total, '.', '') as integer) as total
from invoices where type = 'ACCPAY' and status in ('DRAFT', 'SUBMITTED', 'AUTHORISED', 'PAID');

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
-- question: g1 accruals
select coalesce(sum(gross), 0) from g1_accruals where date between :from and :to;
-- question: g1 cash
select coalesce(sum(gross), 0) from g1_cash where date between :from and :to;
-- question: w1
select coalesce(sum(cast(replace(amount, '.', '') as integer)), 0) from manual_journals
where account_code = '477' and date between :from and :to;
-- question: w2
select coalesce(-sum(cast(replace(amount, '.', '') as integer)), 0) from manual_journals
where account_code = '825' and date between :from and :to;
-- question: gst account
select coalesce(-sum(amount), 0) from account_lines where account_code = '820' and date <= :to;
-- question: withheld unpaid
select coalesce(-sum(amount), 0) from account_lines where account_code = '825' and date <= :to;
-- question: super unpaid
select coalesce(-sum(amount), 0) from account_lines where account_code = '826' and date <= :to;
-- question: in the bank
select coalesce(sum(amount), 0) from bank_journal where date <= :today;
-- question: tax owing accruals
select coalesce(sum(max(owing, 0)), 0) from
  (select sum(owing) as owing from tax_journal where basis = 'accruals' and date <= :today group by account_code);
-- question: tax owing cash
select coalesce(sum(max(owing, 0)), 0) from
  (select sum(owing) as owing from tax_journal where basis = 'cash' and date <= :today group by account_code);
-- question: costs
select coalesce(sum(amount), 0) from cents_journal where account_class = 'EXPENSE' and date between :from and :to;
-- question: invoiced
select coalesce(sum(aud), 0) from invoiced where date between :from and :to;
-- question: biggest customer
select max(total) from (select sum(aud) as total from invoiced where date between :from and :to group by contact_id);
-- question: biggest cost
select max(total) from (select sum(cast(replace(amount, '.', '') as integer)) as total from journal
  where account_class = 'EXPENSE' and date between :from and :to group by account_code);
-- question: biggest supplier
select max(total) from (select sum(aud) as total from expense_lines where date between :from and :to group by contact_id);
-- question: costs of suppliers
select coalesce(sum(aud), 0) from expense_lines where date between :from and :to;
-- question: days late of the latest payer
select cast(max((2 * late + n) / (2 * n)) as integer) from
  (select cast(sum(late) as integer) as late, count(*) as n from last_payments where paid >= :from group by contact_id);
-- question: to pay
select coalesce(sum(aud), 0) from owed where type = 'ACCPAY' and due_date between :from and :to;
-- question: to be paid
select coalesce(sum(aud), 0) from owed where type = 'ACCREC' and due_date between :from and :to;
-- question: bills due by
select coalesce(sum(aud), 0) from owed where type = 'ACCPAY' and due_date <= :to;
-- question: expected from customers
-- Here :from is the day from which payments count as a habit, and :to the day by which money is expected.
select coalesce(sum(o.aud), 0) from owed o left join
  (select contact_id, max(0, (2 * cast(sum(late) as integer) + count(*)) / (2 * count(*))) as late
   from last_payments where paid >= :from group by contact_id) h on h.contact_id = o.contact_id
where o.type = 'ACCREC'
  and julianday(:today) - julianday(o.due_date) <= 90
  and julianday(o.due_date) + coalesce(h.late, 0) <= julianday(:to);
-- question: spent on what repeats
select coalesce(sum(amount), 0) from spent_directly where date between :from and :to and contact_id in
  (select contact_id from spent_directly where date between :from and :to
   group by contact_id having count(distinct substr(date, 1, 7)) = 3);
-- question: bills entered twice
select count(*) from bills b where b.date between :from and :to and exists
  (select 1 from bills a where a.invoice_id <> b.invoice_id and a.contact_id = b.contact_id and a.currency = b.currency
   and a.total = b.total and a.date between :from and :to
   and (a.date < b.date or a.date = b.date and a.invoice_id < b.invoice_id)
   and (a.number = b.number or julianday(b.date) - julianday(a.date) <= 7));
-- question: bills far above the usual
-- The middle one of the supplier's other bills: of an even number the lower of the two.
with ranked as
  (select contact_id, currency, total, row_number() over (partition by contact_id, currency order by total) as place,
          count(*) over (partition by contact_id, currency) as n
   from bills where date between :from and :to)
select count(*) from ranked b join ranked m on m.contact_id = b.contact_id and m.currency = b.currency
  and m.place = (b.n - 2) / 2 + case when b.place - 1 <= (b.n - 2) / 2 then 2 else 1 end
where b.n >= 5 and b.total > 3 * m.total;
