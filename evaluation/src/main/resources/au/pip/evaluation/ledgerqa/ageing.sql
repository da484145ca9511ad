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

-- template: supplier-by-age
-- for: select contact_name as supplier, age, low, high from aged join ages on days between low and high
-- for: where type = 'ACCPAY' and days > 0 group by contact_name, age order by sum(aud_due) desc limit 2
-- ask: How much of what I owe {supplier} is {age}?
-- ask: What do I owe {supplier} that is {age}?
-- call: payables {"by":"age"}
-- tell: owed by you, {age} | {supplier}
-- answer: amount
select sum(aud_due) as value, contact_name as name, group_concat(invoice_id) as ids from aged
where type = 'ACCPAY' and contact_name = :supplier and days between cast(:low as integer) and cast(:high as integer);

-- template: share-by-age
-- for: select age, low, high from ages where low > 0 and exists
-- for: (select 1 from aged where type = 'ACCREC' and days between low and high)
-- ask: What percentage of what customers owe me is {age}?
-- ask: Share of my receivables that is {age}, in percent?
-- call: receivables {"by":"age"}
-- take: owed to you, {age} | all customers
-- take: owed to you | all customers
-- call: calculate {"operation":"percent","facts":["$1","$2"]}
-- tell: * | *
-- answer: percent
select (sum(case when days between cast(:low as integer) and cast(:high as integer) then aud_due else 0 end) * 2000
        + sum(aud_due)) / (2 * sum(aud_due)) as value
from aged where type = 'ACCREC';

-- template: days-late-of-customer
-- for: select contact_name as customer from habits where late > 0 order by late desc, contact_name limit 3
-- ask: How many days late does {customer} pay on average?
-- ask: {customer} usually pays how many days after the due date?
-- call: late_payers
-- tell: average days late | {customer}
-- answer: count
select late as value, contact_name as name from habits where contact_name = :customer;

-- template: days-late-of-all
-- ask: How late do my customers pay on average, all together?
-- ask: Average days late over all customers?
-- call: late_payers
-- tell: average days late | all customers
-- answer: count
select case when sum(late) < 0 then -1 else 1 end
         * ((2 * abs(cast(sum(late) as integer)) + count(*)) / (2 * count(*))) as value
from last_payments where paid >= (select day from year_back) having count(*) > 0;

-- template: invoices-behind-the-average
-- for: select contact_name as customer from habits where late > 0 order by late desc, contact_name limit 1
-- ask: Over how many paid invoices is the average lateness of {customer} worked out?
-- ask: How many invoices did {customer} pay in the last twelve months, late or not?
-- call: late_payers
-- tell: invoices paid | {customer}
-- answer: count
select invoices as value from habits where contact_name = :customer;

-- template: oldest-debt
-- for: select contact_name as customer from aged where type = 'ACCREC' and days > 0
-- for: group by contact_name order by sum(aud_due) desc limit 3
-- ask: How many days overdue is the oldest unpaid invoice of {customer}?
-- ask: {customer} is late: by how many days at the most?
-- call: late_payers
-- tell: days overdue, the oldest | {customer}
-- answer: count
select max(days) as value, contact_name as name from aged where type = 'ACCREC' and contact_name = :customer;
