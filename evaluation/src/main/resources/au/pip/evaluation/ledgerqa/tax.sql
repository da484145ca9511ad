-- family: What is owed to the tax office and the super funds, how much, and by when.
-- Rates and rules are those of the financial year to June 2027, written down here apart from Pip's own data.

-- template: put-away-as-company
-- companies: pty-ltd cafe exporter builder
-- ask: How much should I put away for tax by today?
-- ask: How much tax money should lie ready today, income tax, GST, withheld tax and super together?
-- call: tax_to_set_aside
-- tell: to put away for tax | the business
-- answer: amount
select (max(profit, 0) * 25 * 2 + 100) / 200 + (select gst from open_statements)
     + (select coalesce(sum(max(-amount, 0)), 0) from (select sum(amount) as amount from postings
        where account_code in ('825', '826') group by account_code)) as value
from tax_year where :today between '2026-07-28' and '2027-06-30';

-- template: income-tax-of-company
-- companies: pty-ltd cafe exporter builder
-- ask: How much income tax does the company owe on its profit of this financial year so far, as an estimate?
-- ask: Company income tax so far this financial year?
-- call: tax_to_set_aside
-- tell: income tax so far | the business
-- answer: amount
select (max(profit, 0) * 25 * 2 + 100) / 200 as value from tax_year where :today between '2026-07-28' and '2027-06-30';

-- Income tax of a resident, the Medicare levy, less the small business income tax offset, each of the whole year at this
-- rate and rounded half up to the cent; then the days' share of it.
-- template: put-away-as-sole-trader
-- companies: sole-trader
-- ask: How much should I put away for tax by today?
-- ask: What should I set aside for tax as of today?
-- call: tax_to_set_aside
-- tell: to put away for tax | the business
-- answer: amount
with annual as materialized (select days, (profit * 365 * 2 + days) / (2 * days) as income from tax_year where profit > 0),
taxed as materialized (select days, income, case when income <= 1820000 then 0
  when income <= 4500000 then ((income - 1820000) * 15 * 2 + 100) / 200
  when income <= 13500000 then 402000 + ((income - 4500000) * 30 * 2 + 100) / 200
  when income <= 19000000 then 3102000 + ((income - 13500000) * 37 * 2 + 100) / 200
  else 5137000 + ((income - 19000000) * 45 * 2 + 100) / 200 end as tax from annual)
select ((tax + (income * 2 * 2 + 100) / 200 - min(100000, (tax * 16 * 2 + 100) / 200)) * days * 2 + 365) / 730
     + (select gst from open_statements) as value
from taxed where :today between '2026-07-28' and '2027-06-30';

-- template: tax-as-a-company
-- companies: sole-trader
-- ask: Should I be a company or a sole trader: what would the tax of this year be as a company?
-- ask: If I were a company, how much income tax would this year's profit bear?
-- call: company_or_sole_trader
-- tell: tax of the year as a company | the business
-- answer: amount
select ((profit * 365 * 2 + days) / (2 * days) * 25 * 2 + 100) / 200 as value
from tax_year where profit > 0 and :today between '2026-07-28' and '2027-06-30';

-- template: withheld-unpaid
-- companies: pty-ltd cafe exporter builder
-- ask: How much tax withheld from wages have I not paid to the ATO yet?
-- ask: PAYG withheld, still to pay?
-- call: tax_to_set_aside
-- tell: tax withheld from wages, not paid yet | the business
-- answer: amount
select nullif(-sum(amount), 0) as value from postings
where account_code = '825' and :today between '2026-07-28' and '2027-06-30';

-- template: tax-owing-by-account
-- for: select case account_code when '820' then 'GST' when '825' then 'PAYG' else 'super' end as tax,
-- for: account_code as code from tax_owing
-- ask: What do the books hold as {tax} owing today, for what is safe to spend?
-- ask: Of the money that is spoken for, how much is {tax} owing by the books?
-- call: safe_to_spend
-- tell: {tax}* | the business
-- answer: amount
select owing as value from tax_owing where account_code = :code;

-- template: super-on-wages
-- companies: pty-ltd cafe exporter builder
-- spans: this_quarter last_quarter last_month
-- ask: How much super guarantee is due on the wages of {span}?
-- ask: What super do I have to pay on wages {span}?
-- ask: Super guarantee on wages paid {span}?
-- call: super_due {"period":"{argument}"}
-- tell: super guarantee on the wages | the business
-- answer: amount
select (sum(wages) * 12 * 2 + 100) / 200 as value from paydays
where date between :from and :to and :from >= '2025-07-01' and :to <= '2027-06-30';

-- template: super-unpaid
-- ask: How much super have I not paid yet, by the books?
-- ask: What super do I still owe to the funds?
-- call: super_due
-- tell: super not paid yet | the business
-- answer: amount
select coalesce((select -sum(amount) from postings where account_code = '826'), 0) as value
where :today between '2026-07-01' and '2027-06-30';

-- template: super-of-a-payday
-- companies: pty-ltd cafe exporter builder
-- for: select date as payday from paydays where date between '2026-07-01' and '2027-06-15' order by date desc limit 2
-- ask: By when must the super fund have the super on the wages paid on {payday}?
-- ask: When is super due for the payday of {payday}?
-- call: super_due {"period":"{payday}"}
-- tell: super due by | *
-- answer: day
select day as value from business_days where day > :payday order by day limit 1 offset 6;

-- Until June 2026 super was due by quarter.
-- template: super-of-the-last-payday
-- companies: pty-ltd cafe exporter builder
-- ask: When is the super for my last payday due?
-- ask: Super for the last wages I paid: by which day?
-- call: tax_dates
-- tell: super* | the business
-- answer: day
select case when payday < '2026-07-01' then '2026-07-28' else
  (select day from business_days where day > payday order by day limit 1 offset 6) end as value
from (select max(date) as payday from paydays) where payday >= date(:today, '-31 days')
and :today between '2026-07-01' and '2027-06-15';

-- template: next-statement
-- ask: When is my next BAS due if I lodge it myself?
-- ask: What is the next date for my activity statement, lodged by me?
-- ask: Next BAS due date, lodging it myself?
-- call: tax_dates
-- tell: activity statement due, lodged yourself | the business
-- answer: day
select min(own) as value from lodging_days where own >= :today and :today between '2026-06-01' and '2027-04-01';

-- template: next-statement-of-agent
-- ask: When is my next BAS due through a tax agent, at the latest that is possible?
-- ask: Next BAS date if my agent lodges it?
-- call: tax_dates
-- tell: activity statement due, possible through an agent | the business
-- answer: day
select min(agent) as value from lodging_days where agent >= :today and :today between '2026-06-01' and '2027-04-01';

-- template: next-instalment
-- ask: When is the next quarterly PAYG instalment due?
-- ask: Next date for a PAYG instalment?
-- call: payg_instalments
-- tell: quarterly PAYG instalment due | the business
-- answer: day
select min(own) as value from lodging_days where own >= :today and :today between '2026-06-01' and '2027-04-01';

-- template: own-tax-return
-- companies: sole-trader
-- ask: When is my income tax return due if I lodge it myself?
-- ask: My own tax return, without an agent: due when?
-- call: tax_dates
-- tell: income tax return due, lodged yourself | the business
-- answer: day
select (select min(day) from business_days where day >= due) as value
from (select case when :today <= '2026-11-02' then '2026-10-31' else '2027-10-31' end as due)
where :today between '2026-07-01' and '2027-06-30';
