-- family: What the books don't tell: Pip has to say so.

-- template: the-future
-- ask: What will my sales be in March next year?
-- ask: How much profit will I make next financial year?
-- say: I don't know: the books tell what has happened, not what will.
-- answer: unknown

-- template: hours-worked
-- ask: How many hours did I work last month?
-- ask: How many hours did my staff work last week?
-- say: I don't know: the books don't hold hours.
-- answer: unknown

-- template: competitors
-- ask: How much do my competitors earn?
-- ask: What is my share of the market?
-- say: I don't know: the books don't hold anything about other businesses.
-- answer: unknown

-- template: satisfaction
-- ask: Which of my customers is the happiest with my work?
-- ask: How satisfied are my customers?
-- say: I don't know: the books don't tell how satisfied customers are.
-- answer: unknown

-- template: loan-rate
-- ask: What interest rate does the bank offer for a new loan?
-- ask: What would a new overdraft cost me in interest per year?
-- say: I don't know: the books don't hold a bank's offers.
-- answer: unknown

-- template: long-ago
-- ask: What was my profit in 1998?
-- ask: How much did I invoice in March 1997?
-- say: I don't know: the books don't hold anything from that time.
-- answer: unknown

-- template: private-account
-- ask: How much is in my private bank account?
-- ask: What does my personal credit card owe?
-- say: I don't know: private accounts are not in the books.
-- answer: unknown

-- template: instalment-amount
-- ask: What amount of PAYG instalment does the ATO want from me this quarter?
-- ask: How much is my next PAYG instalment?
-- call: payg_instalments
-- say: I don't know: the amount or rate is on the activity statement, and the books don't hold it.
-- answer: unknown

-- template: lodged
-- ask: Did I lodge my last BAS with the ATO?
-- ask: On which day was my last activity statement lodged?
-- say: I don't know: the books don't tell what was lodged with the tax office.
-- answer: unknown

-- template: tax-office-account
-- ask: What is the balance of my account with the ATO, by its own books?
-- ask: How much interest does the ATO charge me on what I owe it?
-- say: I don't know: the books don't hold the tax office's own account.
-- answer: unknown

-- template: best-paid
-- ask: Which of my staff earns the most?
-- ask: What does each person on my payroll get?
-- say: I don't know: the books don't tell wages by person.
-- answer: unknown
