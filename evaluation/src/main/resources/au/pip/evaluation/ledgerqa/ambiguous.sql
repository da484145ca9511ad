-- family: What can mean two things: Pip has to ask.

-- template: how-much-did-we-make
-- ask: How much did we make?
-- ask: What did we bring in?
-- say: Do you mean income or profit, and of which period?
-- answer: ask

-- template: the-balance
-- ask: What's the balance?
-- ask: Give me the balance.
-- say: Do you mean what the bank accounts hold, or the balance sheet?
-- answer: ask

-- template: what-is-owed
-- ask: What is owed?
-- ask: How much is owing?
-- say: Do you mean what customers owe you, or what you owe suppliers?
-- answer: ask

-- template: how-did-it-compare
-- ask: How does it compare?
-- ask: Is that better or worse than before?
-- say: Which figures should I compare, and of which periods?
-- answer: ask

-- template: that-invoice
-- ask: When is that invoice due?
-- ask: How much was that bill?
-- say: Which invoice or bill do you mean? Its number or the contact's name is enough.
-- answer: ask

-- template: the-total
-- ask: What's the total?
-- ask: Can you total it up for me?
-- say: What should I total: sales invoices, bills, or something else, and for which period?
-- answer: ask

-- template: can-i-afford-it
-- ask: Can I afford it?
-- ask: Can we afford a new van?
-- say: How much does it cost? What price should I hold against what is safe to spend?
-- answer: ask

-- template: am-i-on-plan
-- ask: Am I on plan?
-- ask: How am I doing against the plan?
-- say: Which plan do you mean: Xero's budget, or an amount of your own, and for which period?
-- answer: ask
