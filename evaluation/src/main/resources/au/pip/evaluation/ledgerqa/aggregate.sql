-- family: Sums and counts over a period.

-- template: owed-by-customers
-- ask: How much do my customers owe me?
-- ask: What's still outstanding from customers?
-- ask: Total of my receivables, please.
-- call: receivables
-- tell: owed to you | all customers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCREC';

-- template: owed-to-suppliers
-- ask: How much do I owe suppliers?
-- ask: What do my unpaid bills come to?
-- ask: Total of my payables, please.
-- call: payables
-- tell: owed by you | all suppliers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCPAY';

-- template: customers-who-owe
-- ask: How many customers owe me money?
-- ask: Number of customers with something outstanding?
-- call: receivables
-- tell: customers | all customers
-- answer: count
select count(distinct contact_id) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCREC';

-- template: unused-credits
-- ask: What do credit notes to customers that nobody has used yet come to?
-- ask: How much customer credit is still unused?
-- call: receivables
-- tell: unused credit notes | all customers
-- answer: amount
select sum(aud) as value from unused_credits where type = 'ACCRECCREDIT';

-- template: profit
-- spans: last_month last_quarter this_financial_year month_5
-- ask: What was my profit {span}?
-- ask: How much did the business earn after all costs {span}?
-- ask: Net profit {span}?
-- call: profit_and_loss {"period":"{argument}"}
-- tell: net profit | the business
-- answer: amount
select -sum(amount) as value from postings
where account_class in ('REVENUE', 'EXPENSE') and date between :from and :to;

-- template: cash-profit
-- spans: last_quarter
-- ask: What was my profit {span} on a cash basis?
-- ask: Cash-basis net profit {span}?
-- call: profit_and_loss {"period":"{argument}","basis":"cash"}
-- tell: net profit | the business
-- answer: amount
select -sum(cast(replace(amount, '.', '') as integer)) as value from cash_journal
where account_class in ('REVENUE', 'EXPENSE') and date between :from and :to;

-- template: income
-- spans: last_month this_quarter last_financial_year
-- ask: What was my trading income {span}?
-- ask: Income {span}, other income aside?
-- call: profit_and_loss {"period":"{argument}"}
-- tell: income | the business
-- answer: amount
select -sum(amount) as value from postings
where account_type in ('REVENUE', 'SALES') and date between :from and :to;

-- template: expenses
-- spans: last_month this_quarter last_financial_year
-- ask: What were my operating expenses {span}, without cost of sales?
-- ask: Operating expenses {span}?
-- call: profit_and_loss {"period":"{argument}"}
-- tell: expenses | the business
-- answer: amount
select sum(amount) as value from postings
where account_class = 'EXPENSE' and account_type <> 'DIRECTCOSTS' and date between :from and :to;

-- template: cost-of-sales
-- spans: last_quarter
-- ask: What was my cost of sales {span}?
-- ask: Direct costs {span}?
-- call: profit_and_loss {"period":"{argument}"}
-- tell: cost of sales | the business
-- answer: amount
select sum(amount) as value from postings where account_type = 'DIRECTCOSTS' and date between :from and :to;

-- template: invoiced
-- spans: last_month this_quarter last_quarter
-- ask: How much did I invoice {span}, with GST?
-- ask: What did the sales invoices dated {span} come to, with GST?
-- call: invoices {"kind":"sales","period":"{argument}"}
-- tell: total with GST of approved sales invoices | all customers
-- answer: amount
select sum(aud_total) as value, group_concat(invoice_id) as ids from booked
where type = 'ACCREC' and date between :from and :to;

-- template: billed
-- spans: last_month this_quarter
-- ask: How much was I billed {span}, with GST?
-- ask: What did suppliers' bills dated {span} come to, with GST?
-- call: invoices {"kind":"bills","period":"{argument}"}
-- tell: total with GST of approved bills | all suppliers
-- answer: amount
select sum(aud_total) as value, group_concat(invoice_id) as ids from booked
where type = 'ACCPAY' and date between :from and :to;

-- template: invoices-sent
-- spans: last_month last_quarter
-- ask: How many invoices did I send {span}?
-- ask: Number of approved sales invoices dated {span}?
-- call: invoices {"kind":"sales","period":"{argument}"}
-- tell: approved sales invoices | all customers
-- answer: count
select count(*) as value, group_concat(invoice_id) as ids from booked where type = 'ACCREC' and date between :from and :to;

-- template: spent
-- spans: last_month this_quarter
-- ask: How much went straight out of the bank {span}, payments of bills aside?
-- ask: Money spent {span} without a bill?
-- call: bank_transactions {"period":"{argument}"}
-- tell: spent | all contacts
-- answer: amount
select sum(total) as value, group_concat(id) as ids from bank where type = 'SPEND' and date between :from and :to;

-- template: received
-- spans: last_quarter
-- ask: How much came straight into the bank {span}, payments of invoices aside?
-- ask: Money received {span} without an invoice?
-- call: bank_transactions {"period":"{argument}"}
-- tell: received | all contacts
-- answer: amount
select sum(total) as value, group_concat(id) as ids from bank where type = 'RECEIVE' and date between :from and :to;

-- template: net-assets
-- ask: What is the business worth by its books?
-- ask: What are my net assets today?
-- call: balance_sheet
-- tell: net assets | the business
-- answer: amount
select sum(amount) as value from postings where account_class in ('ASSET', 'LIABILITY');

-- template: liabilities
-- ask: What are my total liabilities today?
-- ask: What does the balance sheet show as liabilities?
-- call: balance_sheet
-- tell: liabilities | the business
-- answer: amount
select -sum(amount) as value from postings where account_class = 'LIABILITY';
