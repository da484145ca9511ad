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
