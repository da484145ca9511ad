-- family: The largest of a list, by name.

-- template: customers-who-owe-most
-- ask: Which three customers owe me the most, and how much each?
-- ask: My top three debtors with amounts, please.
-- call: receivables
-- tell: owed to you | ? @1
-- tell: owed to you | ? @2
-- tell: owed to you | ? @3
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids from unpaid
where type = 'ACCREC' group by contact_id order by 1 desc limit 3;

-- template: suppliers-owed-most
-- ask: Which two suppliers do I owe the most, and how much each?
-- ask: My two biggest creditors with amounts, please.
-- call: payables
-- tell: owed by you | ? @1
-- tell: owed by you | ? @2
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids from unpaid
where type = 'ACCPAY' group by contact_id order by 1 desc limit 2;

-- template: most-spent-at
-- spans: last_quarter last_financial_year
-- ask: At which three payees did I spend the most straight from the bank {span}, and how much each?
-- ask: Top three for money spent without a bill {span}, with amounts?
-- call: bank_transactions {"period":"{argument}"}
-- tell: spent | ? @1
-- tell: spent | ? @2
-- tell: spent | ? @3
-- answer: amount
select sum(total) as value, contact_name as name, group_concat(id) as ids from bank
where type = 'SPEND' and date between :from and :to group by contact_id order by 1 desc limit 3;

-- template: largest-invoice
-- spans: last_quarter last_financial_year
-- ask: What was my largest sales invoice {span}: its number and its total with GST?
-- ask: Biggest invoice I sent {span}, number and amount with GST?
-- call: invoices {"kind":"sales","period":"{argument}"}
-- tell: total with GST, * | ? @1
-- answer: amount
select total as value, currency, number as name, invoice_id as ids from booked
where type = 'ACCREC' and date between :from and :to order by aud_total desc limit 1;

-- template: largest-bill
-- spans: last_quarter
-- ask: What was my largest bill {span}, from whom and for how much with GST?
-- ask: Biggest bill dated {span}: supplier and amount with GST?
-- call: invoices {"kind":"bills","period":"{argument}"}
-- tell: total with GST, * | ? @1
-- answer: amount
select total as value, currency, contact_name as name, invoice_id as ids from booked
where type = 'ACCPAY' and date between :from and :to order by aud_total desc limit 1;

-- template: biggest-customers
-- spans: last_quarter last_financial_year
-- ask: Who were my three biggest customers {span} by what I invoiced without GST, with amounts?
-- ask: My top three customers {span}, invoiced without GST: who, and how much each?
-- ask: Best three customers {span} by invoices without GST, with the amounts?
-- call: biggest_customers {"period":"{argument}"}
-- tell: invoiced without GST | ? @1
-- tell: invoiced without GST | ? @2
-- tell: invoiced without GST | ? @3
-- answer: amount
select sum(net) as value, contact_name as name, group_concat(invoice_id) as ids from sold
where date between :from and :to group by contact_id order by 1 desc limit 3;

-- template: biggest-customer-with-gst
-- spans: last_quarter
-- ask: Who was my biggest customer {span} by invoices with GST, and how much was it?
-- ask: Top customer {span} including GST, name and amount?
-- call: biggest_customers {"period":"{argument}","gst":"with"}
-- tell: invoiced with GST | ? @1
-- answer: amount
select sum(aud_total) as value, contact_name as name, group_concat(invoice_id) as ids from booked
where type = 'ACCREC' and date between :from and :to group by contact_id order by 1 desc limit 1;

-- template: biggest-costs
-- spans: last_month last_quarter
-- ask: What were my three biggest costs {span}, with amounts?
-- ask: Where did most of the money go {span}: the top three expense accounts and their amounts?
-- ask: Largest three costs {span} by account?
-- call: biggest_costs {"period":"{argument}"}
-- tell: costs | ? @1
-- tell: costs | ? @2
-- tell: costs | ? @3
-- answer: amount
select sum(amount) as value, account_name as name from postings
where account_class = 'EXPENSE' and date between :from and :to group by account_code order by 1 desc limit 3;

-- template: biggest-suppliers
-- spans: last_quarter last_financial_year
-- ask: Which three suppliers cost me the most {span} without GST, and how much each?
-- ask: My biggest three suppliers {span} by cost without GST, with amounts?
-- call: biggest_costs {"period":"{argument}","by":"supplier"}
-- tell: costs without GST | ? @1
-- tell: costs without GST | ? @2
-- tell: costs without GST | ? @3
-- answer: amount
select sum(aud) as value, (select name from contacts c where c.contact_id = e.contact_id) as name,
       group_concat(distinct id) as ids
from expense_lines e where date between :from and :to group by contact_id order by 1 desc limit 3;

-- template: latest-overdue-customers
-- ask: Which two customers are behind with the most money right now, and with how much each?
-- ask: Top two late payers now by overdue amount, with amounts?
-- call: late_payers
-- tell: overdue | ? @1
-- tell: overdue | ? @2
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids from unpaid
where type = 'ACCREC' and due_date < :today group by contact_id order by 1 desc limit 2;

-- template: slowest-payer
-- ask: Which customer usually pays the latest, and by how many days on average over the last twelve months?
-- ask: My slowest payer on average: who, and how many days late?
-- call: late_payers
-- tell: average days late | ? @1
-- answer: count
select late as value, contact_name as name from habits
where late = (select max(late) from habits) and late > 0 and (select count(*) from habits h where h.late = habits.late) = 1;
