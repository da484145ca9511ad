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
