-- family: How long debts have been overdue.

-- template: customers-by-age
-- for: select age, low, high from ages
-- ask: How much of what customers owe me is {age}?
-- ask: Receivables {age}?
-- call: receivables {"by":"age"}
-- tell: owed to you, {age} | all customers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from aged
where type = 'ACCREC' and days between cast(:low as integer) and cast(:high as integer);

-- template: suppliers-by-age
-- for: select age, low, high from ages
-- ask: How much of what I owe suppliers is {age}?
-- ask: Payables {age}?
-- call: payables {"by":"age"}
-- tell: owed by you, {age} | all suppliers
-- answer: amount
select sum(aud_due) as value, group_concat(invoice_id) as ids from aged
where type = 'ACCPAY' and days between cast(:low as integer) and cast(:high as integer);

-- template: customer-by-age
-- for: select contact_name as customer, age, low, high from aged join ages on days between low and high
-- for: where type = 'ACCREC' and days > 0 group by contact_name, age order by sum(aud_due) desc limit 3
-- ask: How much does {customer} owe that is {age}?
-- ask: What of {customer}'s debt is {age}?
-- call: receivables {"by":"age"}
-- tell: owed to you, {age} | {customer}
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids from aged
where type = 'ACCREC' and contact_name = :customer and days between cast(:low as integer) and cast(:high as integer);
