-- family: GST and the activity statement's figures, on the organisation's own basis.

-- template: gst-on-sales
-- spans: this_quarter last_quarter
-- ask: How much GST is on my sales {span}?
-- ask: GST collected {span}?
-- call: gst_position {"period":"{argument}"}
-- tell: GST on sales | the business
-- answer: amount
select sum(tax) as value from gst where basis = :basis and side = 'sales' and date between :from and :to;

-- template: gst-on-purchases
-- spans: this_quarter last_quarter
-- ask: How much GST can I claim on purchases {span}?
-- ask: GST on my purchases {span}?
-- call: gst_position {"period":"{argument}"}
-- tell: GST on purchases | the business
-- answer: amount
select sum(tax) as value from gst where basis = :basis and side = 'purchases' and date between :from and :to;

-- template: gst-to-pay
-- spans: this_quarter last_quarter
-- ask: How much GST do I owe {span}, or get back?
-- ask: Net GST {span}?
-- call: gst_position {"period":"{argument}"}
-- tell: GST * | the business
-- answer: amount
select sum(case side when 'sales' then tax else -tax end) as value from gst
where basis = :basis and date between :from and :to;

-- template: gst-of-month
-- spans: last_month month_4
-- ask: How much GST is on my sales {span}?
-- ask: GST on sales {span}, please?
-- call: gst_position {"period":"{argument}"}
-- tell: GST on sales | the business
-- answer: amount
select sum(tax) as value from gst where basis = :basis and side = 'sales' and date between :from and :to;

-- template: label-g1
-- spans: this_quarter last_quarter month_4
-- ask: What goes in G1 of my BAS {span}?
-- ask: Total sales with GST for the activity statement {span}?
-- ask: BAS label G1 {span}, please.
-- call: bas_figures {"period":"{argument}"}
-- tell: G1 total sales with GST | the business
-- answer: amount
select sum(gross) as value from g1 where basis = :basis and date between :from and :to;

-- template: label-1a
-- spans: this_quarter last_quarter
-- ask: What is label 1A of my BAS {span}?
-- ask: 1A on the activity statement {span}?
-- call: bas_figures {"period":"{argument}"}
-- tell: 1A GST on sales | the business
-- answer: amount
select sum(tax) as value from gst where basis = :basis and side = 'sales' and date between :from and :to;

-- template: label-1b
-- spans: this_quarter last_quarter
-- ask: What is label 1B of my BAS {span}?
-- ask: 1B on the activity statement {span}?
-- call: bas_figures {"period":"{argument}"}
-- tell: 1B GST on purchases | the business
-- answer: amount
select sum(tax) as value from gst where basis = :basis and side = 'purchases' and date between :from and :to;

-- template: label-w1
-- companies: pty-ltd cafe exporter builder
-- spans: this_quarter last_quarter last_month
-- ask: What goes in W1 of my BAS {span}?
-- ask: Total wages for the activity statement {span}?
-- ask: BAS label W1 {span}?
-- call: bas_figures {"period":"{argument}"}
-- tell: W1 wages | the business
-- answer: amount
select sum(wages) as value, group_concat(manual_journal_id) as ids from paydays where date between :from and :to;

-- template: label-w2
-- companies: pty-ltd cafe exporter builder
-- spans: this_quarter last_quarter last_month
-- ask: What goes in W2 of my BAS {span}?
-- ask: How much tax did I withhold from wages {span}, for the BAS?
-- ask: BAS label W2 {span}?
-- call: bas_figures {"period":"{argument}"}
-- tell: W2 withheld from wages | the business
-- answer: amount
select sum(withheld) as value, group_concat(manual_journal_id) as ids from paydays
where withheld <> 0 and date between :from and :to;

-- template: all-labels
-- spans: last_quarter
-- ask: What are my BAS figures {span}: G1, 1A and 1B?
-- ask: G1, 1A and 1B for the BAS {span}?
-- call: bas_figures {"period":"{argument}"}
-- tell: G1 total sales with GST | the business
-- tell: 1A GST on sales | the business
-- tell: 1B GST on purchases | the business
-- answer: amount
select sum(gross) as value from g1 where basis = :basis and date between :from and :to
union all
select sum(tax) from gst where basis = :basis and date between :from and :to group by side;

-- template: gst-account
-- ask: What does the GST account hold today?
-- ask: Balance of my GST account?
-- call: gst_check
-- tell: GST account balance | the business
-- answer: amount
select -sum(amount) as value from postings where account_code = '820';

-- Payments of statements are put back; where none was made, the account itself tells it.
-- template: gst-booked
-- spans: this_quarter last_quarter
-- ask: How much GST was booked to the GST account {span}, payments to the ATO left aside?
-- ask: GST account {span}: what was booked to it, other than paying the tax office?
-- call: gst_check {"period":"{argument}"}
-- tell: GST booked to the account, payments put back | the business
-- answer: amount
select -sum(cast(replace(amount, '.', '') as integer)) as value from journal
where account_code = '820' and date between :from and :to
and source_id not in (select bank_transaction_id from bank_transaction_lines where account_code = '820')
and exists (select 1 from bank_transactions b join bank_transaction_lines n on n.bank_transaction_id = b.id
            where b.status = 'AUTHORISED' and n.account_code = '820' and b.date between :from and :to)
having count(*) > 0;

-- template: gst-by-timing
-- companies: sole-trader cafe
-- spans: last_quarter
-- ask: How much GST {span} was invoiced but not paid yet, net: the timing difference to the cash basis?
-- ask: GST {span} by timing: accruals less cash?
-- call: gst_check {"period":"{argument}"}
-- tell: GST by timing: invoiced less paid | the business
-- answer: amount
select nullif(sum(case when (basis = 'accruals') = (side = 'sales') then tax else -tax end), 0) as value
from gst where date between :from and :to;
