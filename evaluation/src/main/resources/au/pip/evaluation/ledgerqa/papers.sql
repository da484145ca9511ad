-- family: Quotes, orders, credit notes, transfers, price lists.

-- template: quotes-by-status
-- for: select distinct lower(status) as status from offers where status <> 'DELETED' order by status
-- ask: What do my {status} quotes come to, with GST?
-- ask: Total of quotes that are {status}, with GST?
-- call: other_documents {"kind":"quotes"}
-- tell: total with GST of {status} quotes | all customers
-- answer: amount
select sum(total) as value, group_concat(quote_id) as ids from offers where status = upper(:status);

-- template: number-of-quotes
-- for: select distinct lower(status) as status from offers where status <> 'DELETED' order by status desc limit 2
-- ask: How many quotes are {status}?
-- ask: Number of {status} quotes?
-- call: other_documents {"kind":"quotes"}
-- tell: {status} quotes | all customers
-- answer: count
select count(*) as value, group_concat(quote_id) as ids from offers where status = upper(:status);

-- template: open-orders
-- ask: What do purchase orders that are approved and not billed yet come to, with GST?
-- ask: Total of approved purchase orders still open, with GST?
-- call: other_documents {"kind":"purchase_orders"}
-- tell: total with GST of approved purchase orders | all suppliers
-- answer: amount
select sum(total) as value, group_concat(purchase_order_id) as ids from orders where status = 'AUTHORISED';

-- template: transferred
-- spans: last_financial_year
-- ask: How much did I move to savings {span}?
-- ask: Transfers between my own bank accounts {span}: how much in total?
-- call: other_documents {"kind":"bank_transfers","period":"{argument}"}
-- tell: transferred | Business Bank Account to Business Savings Account
-- answer: amount
select sum(amount) as value, group_concat(bank_transfer_id) as ids from moved where date between :from and :to;

-- template: item-price
-- for: select code, name as item from items where sold = 'true' order by item_id limit 2
-- ask: What is the sale price of {item} in the price list?
-- ask: List price of item {code}?
-- call: lists {"kind":"items"}
-- tell: sale price | {code} {item}
-- answer: amount
select cast(replace(unit_price, '.', '') as integer) as value, item_id as ids from items where code = :code;
