-- family: What takes several tools and arithmetic on their facts.

-- template: cash-and-debts
-- ask: If every customer paid me today and I paid every supplier, how much would be in the bank?
-- ask: Bank plus receivables less payables?
-- call: bank_balances
-- take: balance by the books | all bank accounts
-- call: receivables
-- take: owed to you | all customers
-- call: calculate {"operation":"sum","facts":["$1","$2"]}
-- take: * | *
-- call: payables
-- take: owed by you | all suppliers
-- call: calculate {"operation":"difference","facts":["$3","$4"]}
-- tell: * | *
-- answer: amount
select (select sum(amount) from postings where account_type = 'BANK')
     + (select sum(case type when 'ACCREC' then aud_due else -aud_due end) from unpaid) as value;

-- template: profit-of-two-months
-- for: select substr(date(:today, 'start of month', '-2 month'), 1, 7) as one,
-- for: substr(date(:today, 'start of month', '-3 month'), 1, 7) as other
-- ask: What did I earn after all costs in {one} and {other} together?
-- ask: Net profit of {other} plus that of {one}?
-- call: profit_and_loss {"period":"{one}"}
-- take: net profit | the business
-- call: profit_and_loss {"period":"{other}"}
-- take: net profit | the business
-- call: calculate {"operation":"sum","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select -sum(amount) as value from postings
where account_class in ('REVENUE', 'EXPENSE') and substr(date, 1, 7) in (:one, :other);

-- template: cash-after-gst
-- ask: How much would be left in the bank if I set aside the GST of this quarter so far?
-- ask: Cash in the bank less this quarter's net GST?
-- call: bank_balances
-- take: balance by the books | all bank accounts
-- call: gst_position {"period":"this_quarter"}
-- take: GST on sales | the business
-- take: GST on purchases | the business
-- call: calculate {"operation":"difference","facts":["$1","$2"]}
-- take: * | *
-- call: calculate {"operation":"sum","facts":["$4","$3"]}
-- tell: * | *
-- spans: this_quarter
-- answer: amount
select (select sum(amount) from postings where account_type = 'BANK')
     - (select sum(case side when 'sales' then tax else -tax end) from gst where basis = :basis and date between :from and :to)
    as value;

-- template: two-largest-debtors-share
-- ask: What share of what customers owe me do the two largest debtors make up together, in percent?
-- ask: Concentration: the two biggest debtors' part of my receivables in percent?
-- call: receivables
-- take: owed to you | ? @1
-- take: owed to you | ? @2
-- take: owed to you | all customers
-- call: calculate {"operation":"sum","facts":["$1","$2"]}
-- take: * | *
-- call: calculate {"operation":"percent","facts":["$4","$3"]}
-- tell: * | *
-- answer: percent
select ((select sum(owed) from (select sum(aud_due) as owed from unpaid where type = 'ACCREC'
         group by contact_id order by 1 desc limit 2)) * 2000 + sum(aud_due)) / (2 * sum(aud_due)) as value
from unpaid where type = 'ACCREC';

-- template: wages-of-income
-- companies: pty-ltd cafe exporter builder
-- spans: last_quarter
-- ask: What percentage of trading income went on wages and salaries {span}?
-- ask: Wages and salaries {span}, in percent of trading income?
-- call: profit_and_loss {"period":"{argument}","detail":"accounts"}
-- take: * | Wages and Salaries
-- take: income | the business
-- call: calculate {"operation":"percent","facts":["$1","$2"]}
-- tell: * | *
-- answer: percent
select (wages * 2000 + income) / (2 * income) as value
from (select sum(case account_name when 'Wages and Salaries' then amount else 0 end) as wages,
             -sum(case when account_type in ('REVENUE', 'SALES') then amount else 0 end) as income
      from postings where date between :from and :to);

-- template: net-gst-of-the-labels
-- spans: last_quarter
-- ask: What is 1A less 1B of my BAS {span}?
-- ask: Label 1A minus label 1B {span}?
-- call: bas_figures {"period":"{argument}"}
-- take: 1A GST on sales | the business
-- take: 1B GST on purchases | the business
-- call: calculate {"operation":"difference","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select sum(case side when 'sales' then tax else -tax end) as value from gst
where basis = :basis and date between :from and :to;

-- template: safe-without-the-savings-account
-- ask: What is safe to spend if I leave what is in the savings account alone?
-- ask: Safe to spend, less the balance of the Business Savings Account?
-- call: safe_to_spend
-- take: safe to spend | the business
-- call: bank_balances
-- take: balance by the books | Business Savings Account
-- call: calculate {"operation":"difference","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select free - buffer - (select sum(amount) from postings where account_name = 'Business Savings Account') as value
from spoken;

-- template: two-biggest-customers
-- spans: last_quarter
-- ask: How much did I invoice my two biggest customers together {span}, without GST?
-- ask: Invoices to the two largest customers {span}, added up without GST?
-- call: biggest_customers {"period":"{argument}"}
-- take: invoiced without GST | ? @1
-- take: invoiced without GST | ? @2
-- call: calculate {"operation":"sum","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select sum(theirs) as value from
(select sum(net) as theirs from sold where date between :from and :to group by contact_id order by 1 desc limit 2);

-- template: wages-and-super
-- companies: pty-ltd cafe exporter builder
-- spans: last_quarter
-- ask: What did wages and the super guarantee on them come to together {span}?
-- ask: Wages plus super guarantee {span}?
-- call: super_due {"period":"{argument}"}
-- take: wages | the business
-- take: super guarantee on the wages | the business
-- call: calculate {"operation":"sum","facts":["$1","$2"]}
-- tell: * | *
-- answer: amount
select sum(wages) + (sum(wages) * 12 * 2 + 100) / 200 as value from paydays
where date between :from and :to and :from >= '2025-07-01' and :to <= '2027-06-30';
