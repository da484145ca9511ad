-- family: Another business's figures: Pip has to say that these books are not theirs.

-- template: another-profit
-- ask: What was the profit of Barnacle Bay Marine Pty Ltd last month?
-- ask: How much did Barnacle Bay Marine Pty Ltd earn last quarter?
-- say: I can only read the books of {organisation}, not those of Barnacle Bay Marine Pty Ltd.
-- answer: unknown

-- template: another-bank
-- ask: How much is in the bank of my other company, Tidepool Holdings?
-- ask: What does Tidepool Holdings have in its bank accounts?
-- say: I can only read the books of {organisation}, not those of Tidepool Holdings.
-- answer: unknown

-- template: another-gst
-- ask: How much GST does Barnacle Bay Marine Pty Ltd owe this quarter?
-- ask: What is the GST of Tidepool Holdings for last quarter?
-- say: I can only read the books of {organisation}.
-- answer: unknown

-- template: another-debtor-list
-- ask: Who owes Tidepool Holdings money?
-- ask: Which invoices of Barnacle Bay Marine Pty Ltd are overdue?
-- say: I can only read the books of {organisation}.
-- answer: unknown

-- template: another-bas
-- ask: What goes in G1 of the BAS of Tidepool Holdings?
-- ask: When is the next BAS of Barnacle Bay Marine Pty Ltd due?
-- say: I can only read the books of {organisation}.
-- answer: unknown
