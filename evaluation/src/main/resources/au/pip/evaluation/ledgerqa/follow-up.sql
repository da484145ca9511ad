-- family: What is only understood from the question before.

-- template: and-the-month-before
-- for: select substr(date(:today, 'start of month', '-2 month'), 1, 7) as earlier
-- before: What was my profit last month?
-- call: profit_and_loss {"period":"last_month"}
-- tell: net profit | the business
-- ask: And the month before that?
-- ask: and in the month before?
-- call: profit_and_loss {"period":"{earlier}"}
-- tell: net profit | the business
-- answer: amount
select -sum(amount) as value from postings
where account_class in ('REVENUE', 'EXPENSE') and substr(date, 1, 7) = :earlier;

-- template: how-much-of-that-is-overdue
-- before: How much do my customers owe me?
-- call: receivables
-- tell: owed to you | all customers
-- ask: How much of that is overdue?
-- ask: And what part of it is past due, in dollars?
-- call: receivables
-- tell: overdue | all customers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCREC' and due_date < :today;

-- template: and-suppliers
-- before: How much do my customers owe me?
-- call: receivables
-- tell: owed to you | all customers
-- ask: And what do I owe my suppliers?
-- ask: Now the same for suppliers.
-- call: payables
-- tell: owed by you | all suppliers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from unpaid where type = 'ACCPAY';

-- template: and-last-quarter
-- spans: last_quarter
-- before: How much GST is on my sales this quarter?
-- call: gst_position {"period":"this_quarter"}
-- tell: GST on sales | the business
-- ask: And last quarter?
-- ask: What was it last quarter?
-- call: gst_position {"period":"{argument}"}
-- tell: GST on sales | the business
-- answer: amount
select sum(tax) as value from gst where basis = :basis and side = 'sales' and date between :from and :to;

-- template: when-is-it-due
-- for: select number, contact_name as customer from unpaid where type = 'ACCREC' order by invoice_id desc limit 1
-- before: How much is still due on {number}?
-- call: invoices {"number":"{number}"}
-- tell: still due | {number} {customer}
-- ask: When is it due?
-- ask: And when should it be paid?
-- call: invoices {"number":"{number}"}
-- tell: due date | {number} {customer}
-- answer: day
select due_date as value from unpaid where number = :number and type = 'ACCREC';

-- template: in-percent
-- before: How much of what customers owe me is overdue?
-- call: receivables
-- tell: overdue | all customers
-- ask: What is that in percent of all they owe?
-- ask: And as a percentage of my receivables?
-- call: receivables
-- take: overdue | all customers
-- take: owed to you | all customers
-- call: calculate {"operation":"percent","facts":["$1","$2"]}
-- tell: * | *
-- answer: percent
select (sum(case when due_date < :today then aud_due else 0 end) * 2000 + sum(aud_due)) / (2 * sum(aud_due)) as value
from unpaid where type = 'ACCREC';

-- template: and-with-a-buffer
-- before: What can I safely spend?
-- call: safe_to_spend
-- tell: safe to spend | the business
-- ask: And if I keep $20,000 back as a buffer?
-- ask: How much is it with a buffer of $20,000?
-- call: safe_to_spend {"buffer":"20,000"}
-- tell: safe to spend | the business
-- answer: amount
select free - 2000000 as value from spoken;

-- template: and-w2
-- companies: pty-ltd cafe exporter builder
-- spans: last_quarter
-- before: What goes in W1 of my BAS for last quarter?
-- call: bas_figures {"period":"last_quarter"}
-- tell: W1 wages | the business
-- ask: And in W2?
-- ask: What about W2?
-- call: bas_figures {"period":"{argument}"}
-- tell: W2 withheld from wages | the business
-- answer: amount
select sum(withheld) as value, group_concat(manual_journal_id) as ids from paydays
where withheld <> 0 and date between :from and :to;

-- template: and-the-second-biggest
-- spans: last_quarter
-- before: Who was my biggest customer last quarter, by invoices without GST?
-- call: biggest_customers {"period":"last_quarter"}
-- tell: invoiced without GST | ? @1
-- ask: And who came second, with how much?
-- ask: Who is the next one, and for how much?
-- call: biggest_customers {"period":"{argument}"}
-- tell: invoiced without GST | ? @2
-- answer: amount
select sum(net) as value, contact_name as name, group_concat(invoice_id) as ids from sold
where date between :from and :to group by contact_id order by 1 desc limit 1 offset 1;

-- template: and-in-sixty-days
-- before: How much cash will I have in 30 days?
-- call: cash_forecast {"days":"30"}
-- tell: expected in the bank | the business
-- ask: And in 60 days?
-- ask: What about 60 days from now?
-- call: cash_forecast {"days":"60"}
-- tell: expected in the bank | the business
-- answer: amount
select bank + (select coalesce(sum(aud_due), 0) from receipts where day <= date(:today, '+60 days'))
     - (select coalesce(sum(aud_due), 0) from unpaid where type = 'ACCPAY' and due_date <= date(:today, '+60 days'))
     - (select (spent * 60 * 2 + days) / (2 * days) from repeating) as value
from spoken;
