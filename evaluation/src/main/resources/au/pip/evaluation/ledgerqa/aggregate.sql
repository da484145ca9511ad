-- family: Sums and counts over a period.

-- template: owed-by-customers
-- ask: How much do my customers owe me?
-- ask: What's still outstanding from customers?
-- ask: Total of my receivables, please.
-- call: receivables
-- tell: owed to you | all customers
-- answer: amount
select sum(aud) as value, group_concat(invoice_id) as ids from owed where type = 'ACCREC';

-- template: owed-to-suppliers
-- ask: How much do I owe suppliers?
-- ask: What do my unpaid bills come to?
-- ask: Total of my payables, please.
-- call: payables
-- tell: owed by you | all suppliers
-- answer: amount
select sum(aud) as value, group_concat(invoice_id) as ids from owed where type = 'ACCPAY';

-- template: profit
-- spans: last_month last_quarter this_financial_year month_5
-- ask: What was my profit {span}?
-- ask: How much did the business earn after all costs {span}?
-- ask: Net profit {span}?
-- call: profit_and_loss {"period":"{argument}"}
-- tell: net profit | the business
-- answer: amount
select -sum(amount) as value from cents_journal
where account_class in ('REVENUE', 'EXPENSE') and date between :from and :to;
