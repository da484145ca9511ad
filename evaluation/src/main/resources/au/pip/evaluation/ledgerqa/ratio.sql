-- family: A share or a change in percent.

-- template: overdue-share
-- ask: What share of what customers owe me is overdue, in percent?
-- ask: How many percent of my receivables are past due?
-- call: receivables
-- take: overdue | all customers
-- take: owed to you | all customers
-- call: calculate {"operation":"percent","facts":["$1","$2"]}
-- tell: * | *
-- answer: percent
select (sum(case when due_date < :today then aud_due else 0 end) * 2000 + sum(aud_due)) / (2 * sum(aud_due)) as value
from unpaid where type = 'ACCREC';

-- template: net-margin
-- spans: last_quarter last_financial_year
-- ask: What was my net profit {span} as a percentage of trading income?
-- ask: Net margin {span}, in percent of trading income?
-- call: profit_and_loss {"period":"{argument}"}
-- take: net profit | the business
-- take: income | the business
-- call: calculate {"operation":"percent","facts":["$1","$2"]}
-- tell: * | *
-- answer: percent
select case when profit < 0 then -1 else 1 end * ((abs(profit) * 2000 + income) / (2 * income)) as value
from (select -sum(amount) as profit, -sum(case when account_type in ('REVENUE', 'SALES') then amount else 0 end) as income
      from postings where account_class in ('REVENUE', 'EXPENSE') and date between :from and :to);

-- template: customer-share
-- for: select distinct contact_name as customer from unpaid where type = 'ACCREC' order by contact_id desc limit 2
-- ask: What percentage of all that customers owe me is owed by {customer}?
-- ask: {customer}'s share of my receivables, in percent?
-- call: receivables
-- take: owed to you | {customer}
-- take: owed to you | all customers
-- call: calculate {"operation":"percent","facts":["$1","$2"]}
-- tell: * | *
-- answer: percent
select (sum(case contact_name when :customer then aud_due else 0 end) * 2000 + sum(aud_due)) / (2 * sum(aud_due)) as value
from unpaid where type = 'ACCREC';

-- template: income-change
-- for: select substr(date(:today, 'start of month', '-2 month'), 1, 7) as earlier
-- spans: last_month
-- ask: By how many percent did my trading income change last month against the month before?
-- ask: Percentage change of trading income, last month on the month before?
-- call: profit_and_loss {"period":"last_month"}
-- take: income | the business
-- call: profit_and_loss {"period":"{earlier}"}
-- take: income | the business
-- call: calculate {"operation":"change","facts":["$1","$2"]}
-- tell: * | *
-- answer: percent
select case when later < earlier then -1 else 1 end * ((abs(later - earlier) * 2000 + earlier) / (2 * earlier)) as value
from (select -sum(case substr(date, 1, 7) when :earlier then 0 else amount end) as later,
             -sum(case substr(date, 1, 7) when :earlier then amount else 0 end) as earlier
      from postings where account_type in ('REVENUE', 'SALES')
      and (substr(date, 1, 7) = :earlier or date between :from and :to));

-- template: biggest-customers-share
-- spans: last_quarter last_financial_year
-- ask: What share of what I invoiced {span} without GST went to my biggest customer, in percent, and who is that?
-- ask: My biggest customer's part of all invoices {span} without GST, in percent, with the name?
-- call: biggest_customers {"period":"{argument}"}
-- tell: share of invoiced without GST | ? @1
-- answer: percent
select (max(theirs) * 2000 + sum(theirs)) / (2 * sum(theirs)) as value, contact_name as name
from (select sum(net) as theirs, contact_name from sold where date between :from and :to group by contact_id);

-- template: biggest-costs-share
-- spans: last_month last_quarter
-- ask: Which account is my biggest cost {span}, and what percentage of all costs is it?
-- ask: The largest expense {span} as a share of all costs, in percent, with its name?
-- call: biggest_costs {"period":"{argument}"}
-- tell: share of costs | ? @1
-- answer: percent
select (max(theirs) * 2000 + sum(theirs)) / (2 * sum(theirs)) as value, account_name as name
from (select sum(amount) as theirs, account_name from postings
      where account_class = 'EXPENSE' and date between :from and :to group by account_code);

-- template: profit-change-on-the-year-before
-- spans: last_month last_quarter
-- ask: By how many percent did my net profit change {span} against the same time last year?
-- ask: Net profit {span}, change on the year before in percent?
-- call: compare_profit {"period":"{argument}"}
-- tell: change in net profit, than the year before | the business
-- answer: percent
select case when now < before then -1 else 1 end * ((abs(now - before) * 2000 + abs(before)) / (2 * abs(before))) as value
from (select -sum(case when date >= :from then amount else 0 end) as now, -sum(case when date >= :from then 0 else amount end) as before
      from postings where account_class in ('REVENUE', 'EXPENSE') and (date between :from and :to
      or date >= date(:from, '-1 year') and date < date(:to, '+1 day', '-1 year')));
