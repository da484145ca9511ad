-- family: GST on the organisation's own basis.
-- Figures of an activity statement and its dates belong here too once there is a tool for them.

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
