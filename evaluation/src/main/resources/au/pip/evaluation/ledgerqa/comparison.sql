-- family: One period or side against another.

-- template: profit-against-month-before
-- ask: How much more or less profit did I make last month than in the month before?
-- ask: By how much did my net profit change from the month before last to last month, in dollars?
-- call: profit_and_loss {"period":"last_month"}
-- take: net profit | the business
-- for: select substr(date(:today, 'start of month', '-2 month'), 1, 7) as earlier
-- call: profit_and_loss {"period":"{earlier}"}
-- take: net profit | the business
-- call: calculate {"operation":"difference","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select -sum(case when date >= date(:today, 'start of month', '-1 month') then amount else -amount end) as value
from postings where account_class in ('REVENUE', 'EXPENSE')
and date >= date(:today, 'start of month', '-2 month') and date < date(:today, 'start of month');

-- template: income-against-year-before
-- for: select substr(date(:today, 'start of month', '-1 month'), 1, 7) as later,
-- for: substr(date(:today, 'start of month', '-13 month'), 1, 7) as earlier
-- ask: How much more or less trading income did I have last month than in the same month a year before?
-- ask: Trading income last month against the same month of last year: the difference in dollars?
-- call: profit_and_loss {"period":"{later}"}
-- take: income | the business
-- call: profit_and_loss {"period":"{earlier}"}
-- take: income | the business
-- call: calculate {"operation":"difference","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select -sum(case substr(date, 1, 7) when :later then amount else -amount end) as value
from postings where account_type in ('REVENUE', 'SALES') and substr(date, 1, 7) in (:later, :earlier);

-- template: owed-both-ways
-- ask: How much more do customers owe me than I owe suppliers?
-- ask: What is the gap between my receivables and my payables?
-- call: receivables
-- take: owed to you | all customers
-- call: payables
-- take: owed by you | all suppliers
-- call: calculate {"operation":"difference","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select sum(case type when 'ACCREC' then aud_due else -aud_due end) as value, group_concat(invoice_id) as ids from unpaid;

-- template: bills-against-quarter-before
-- ask: How much more or less was I billed last quarter than in the quarter before, with GST?
-- ask: Bills of last quarter less those of the quarter before it, with GST?
-- for: select date(:today, 'start of month', printf('-%d month', (strftime('%m', :today) - 1) % 3 + 6)) as first,
-- for: date(:today, 'start of month', printf('-%d month', (strftime('%m', :today) - 1) % 3 + 3), '-1 day') as last
-- spans: last_quarter
-- call: invoices {"kind":"bills","period":"last_quarter"}
-- take: total with GST of approved bills | all suppliers
-- call: invoices {"kind":"bills","period":"{first}..{last}"}
-- take: total with GST of approved bills | all suppliers
-- call: calculate {"operation":"difference","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select sum(case when date >= :from then aud_total else -aud_total end) as value from booked
where type = 'ACCPAY' and date between :first and :to;

-- template: profit-against-period-before
-- spans: last_month last_quarter
-- for: select 1 as months union all select 3
-- ask: How does my profit {span} compare with the same length of time before it, in dollars?
-- ask: Did I make more net profit {span} than in the period before, and by how much?
-- call: compare_profit {"period":"{argument}"}
-- tell: *net profit than the period before | the business
-- answer: amount
select -sum(case when date >= :from then amount else -amount end) as value from postings
where account_class in ('REVENUE', 'EXPENSE') and date between date(:from, '-' || :months || ' month') and :to
and cast(:months as integer) = (strftime('%m', :to) - strftime('%m', :from) + 12) % 12 + 1;

-- template: profit-against-year-before
-- spans: last_month last_quarter
-- ask: How does my net profit {span} compare with the same time last year, in dollars?
-- ask: Did I make more or less net profit {span} than a year before, and by how much?
-- call: compare_profit {"period":"{argument}"}
-- tell: *net profit than the year before | the business
-- answer: amount
select -sum(case when date >= :from then amount else -amount end) as value from postings
where account_class in ('REVENUE', 'EXPENSE') and (date between :from and :to
or date >= date(:from, '-1 year') and date < date(:to, '+1 day', '-1 year'));

-- template: profit-so-far-against-the-same-days
-- spans: this_quarter
-- ask: Am I better off than last quarter after as many days: how much more or less net profit?
-- ask: Net profit of this quarter so far against the same days of the last one: the difference?
-- call: compare_profit {"period":"{argument}"}
-- tell: *net profit than the period before | the business
-- answer: amount
select -sum(case when date >= :from then amount else -amount end) as value from postings, quarters
where account_class in ('REVENUE', 'EXPENSE') and (date between :from and :to or date >= last and date < running
and julianday(date) - julianday(last) <= julianday(:to) - julianday(:from));
