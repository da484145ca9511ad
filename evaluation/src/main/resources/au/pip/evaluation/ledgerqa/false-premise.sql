-- family: A question that supposes something untrue: the true figure, or that there is none.

-- template: owes-a-million
-- for: select distinct contact_name as customer from unpaid where type = 'ACCREC' order by contact_id limit 2
-- ask: Why does {customer} owe me $1,000,000.00?
-- ask: {customer} owes me a million dollars, right? How much exactly?
-- call: receivables
-- tell: owed to you | {customer}
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids
from unpaid where type = 'ACCREC' and contact_name = :customer;

-- template: wrong-profit
-- spans: last_month
-- ask: My profit {span} was exactly $77,777.77, wasn't it?
-- ask: Confirm that I made $77,777.77 of profit {span}.
-- call: profit_and_loss {"period":"{argument}"}
-- tell: net profit | the business
-- answer: amount
select -sum(amount) as value from postings
where account_class in ('REVENUE', 'EXPENSE') and date between :from and :to;

-- template: no-such-invoice
-- ask: When is invoice INV-9999 due?
-- ask: How much is left to pay on INV-9998?
-- call: invoices {"number":"INV-9999"}
-- expect: Nothing found
-- say: I can't find that invoice: there is no such number in the books.
-- answer: unknown

-- template: no-such-supplier
-- ask: How much do I owe Zanzibar Freight Brokers?
-- ask: Which bills from Zanzibar Freight Brokers are overdue?
-- call: invoices {"kind":"bills","contact":"Zanzibar Freight"}
-- expect: Nothing found
-- say: There is no bill from Zanzibar Freight Brokers in the books.
-- answer: unknown

-- template: nothing-overdue
-- ask: Since nothing is overdue from customers, what is the overdue amount?
-- ask: Nobody is late with paying me, so the overdue amount is nil, correct?
-- call: receivables
-- tell: overdue | all customers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCREC' and due_date < :today;

-- template: wrong-biggest-customer
-- spans: last_quarter
-- ask: Zanzibar Freight Brokers was my biggest customer {span}, wasn't it? Who was it, and how much did I invoice without GST?
-- ask: Confirm that Zanzibar Freight Brokers was my top customer {span}; else tell me who was, with the amount without GST.
-- call: biggest_customers {"period":"{argument}"}
-- tell: invoiced without GST | ? @1
-- answer: amount
select sum(net) as value, contact_name as name, group_concat(invoice_id) as ids from sold
where date between :from and :to group by contact_id order by 1 desc limit 1;

-- template: wages-of-a-sole-trader
-- companies: sole-trader
-- spans: last_quarter last_month
-- ask: How much W1 did I report {span}?
-- ask: What goes in W2 of my BAS {span}?
-- call: bas_figures {"period":"{argument}"}
-- expect: No wages were found
-- say: There are no wages in the books, so there is no W1 and no W2.
-- answer: unknown

-- template: never-twice
-- ask: Since no bill was ever entered twice, how many bills look like duplicates?
-- ask: There are no duplicate bills in my books, right? How many are there?
-- call: odd_bills
-- tell: bills that may be entered twice | all suppliers
-- answer: count
select count(*) as value from billed_again;
