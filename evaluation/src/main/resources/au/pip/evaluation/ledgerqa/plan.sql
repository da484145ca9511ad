-- family: The budget against what came of it.

-- template: budgeted-income
-- spans: last_month last_quarter
-- ask: What trading income did I budget {span}?
-- ask: Budgeted trading income {span}?
-- call: budget {"period":"{argument}"}
-- tell: budgeted income | the business
-- answer: amount
select sum(amount) as value from planned
where account_type in ('REVENUE', 'SALES') and month between substr(:from, 1, 7) and substr(:to, 1, 7);

-- template: budgeted-profit
-- spans: last_month last_quarter
-- ask: What net profit does the budget foresee {span}?
-- ask: Budgeted net profit {span}?
-- call: budget {"period":"{argument}"}
-- tell: budgeted net profit | the business
-- answer: amount
select sum(case account_class when 'REVENUE' then amount else -amount end) as value from planned
where month between substr(:from, 1, 7) and substr(:to, 1, 7);

-- template: income-against-budget
-- spans: last_month last_quarter
-- ask: How far was my trading income above or below budget {span}?
-- ask: Trading income against budget {span}: the difference?
-- call: budget {"period":"{argument}"}
-- tell: income above budget | the business
-- answer: amount
select (select -sum(amount) from postings where account_type in ('REVENUE', 'SALES') and date between :from and :to)
     - (select sum(amount) from planned where account_type in ('REVENUE', 'SALES')
        and month between substr(:from, 1, 7) and substr(:to, 1, 7)) as value;

-- template: profit-against-budget
-- spans: last_month
-- ask: How far was my net profit above or below budget {span}?
-- ask: Net profit against budget {span}: the difference?
-- call: budget {"period":"{argument}"}
-- tell: net profit above budget | the business
-- answer: amount
select (select -sum(amount) from postings
        where account_class in ('REVENUE', 'EXPENSE') and date between :from and :to)
     - (select sum(case account_class when 'REVENUE' then amount else -amount end) from planned
        where month between substr(:from, 1, 7) and substr(:to, 1, 7)) as value;

-- template: account-against-budget
-- for: select account_name as account, account_code as code from planned where account_class = 'EXPENSE'
-- for: group by account_code order by sum(amount) desc limit 2
-- spans: last_quarter
-- ask: How far was {account} above or below budget {span}?
-- ask: {account} against budget {span}: the difference?
-- call: budget {"period":"{argument}","detail":"accounts"}
-- tell: * above budget | {account}
-- answer: amount
select (select coalesce(sum(amount), 0) from postings where account_code = :code and date between :from and :to)
     - (select sum(amount) from planned
        where account_code = :code and month between substr(:from, 1, 7) and substr(:to, 1, 7)) as value;

-- template: expenses-against-budget
-- spans: last_month last_quarter
-- ask: How far were my operating expenses, without cost of sales, above or below budget {span}?
-- ask: Operating expenses against budget {span}: the difference?
-- call: budget {"period":"{argument}"}
-- tell: expenses above budget | the business
-- answer: amount
select (select sum(amount) from postings
        where account_class = 'EXPENSE' and account_type <> 'DIRECTCOSTS' and date between :from and :to)
     - (select sum(amount) from planned where account_class = 'EXPENSE' and account_type <> 'DIRECTCOSTS'
        and month between substr(:from, 1, 7) and substr(:to, 1, 7)) as value;

-- template: budget-of-the-running-year
-- spans: last_financial_year
-- ask: What net profit did the budget foresee {span}, all twelve months?
-- ask: Budgeted net profit of the whole of {span}?
-- call: budget {"period":"{argument}"}
-- tell: budgeted net profit | the business
-- answer: amount
select sum(case account_class when 'REVENUE' then amount else -amount end) as value from planned
where month between substr(:from, 1, 7) and substr(:to, 1, 7);

-- template: own-plan-of-income
-- spans: last_month last_quarter
-- ask: I planned $15,000 of trading income {span}. How far above or below that was I?
-- ask: My own plan was $15,000 of trading income {span}: what is the difference to what came?
-- call: own_plan {"measure":"income","planned":"15,000","period":"{argument}"}
-- tell: income above your plan | the business
-- answer: amount
select -sum(amount) - 1500000 as value from postings where account_type in ('REVENUE', 'SALES') and date between :from and :to;

-- template: own-plan-of-costs
-- spans: last_month
-- ask: I planned to spend $8,000 on cost of sales and expenses {span}. By how much did I miss it?
-- ask: My own plan for all costs {span} was $8,000: the difference to what they came to?
-- call: own_plan {"measure":"expenses","planned":"8,000","period":"{argument}"}
-- tell: cost of sales and expenses above your plan | the business
-- answer: amount
select sum(amount) - 800000 as value from postings where account_class = 'EXPENSE' and date between :from and :to;

-- template: own-plan-in-percent
-- spans: last_quarter
-- ask: My own plan was $40,000 of net profit {span}. What percentage of it did I reach?
-- ask: I planned $40,000 net profit {span}: how many percent of that came in?
-- call: own_plan {"measure":"net_profit","planned":"40,000","period":"{argument}"}
-- tell: net profit, share of your plan | the business
-- answer: percent
select case when sum(amount) > 0 then -1 else 1 end * ((abs(sum(amount)) * 2000 + 4000000) / 8000000) as value
from postings where account_class in ('REVENUE', 'EXPENSE') and date between :from and :to;
