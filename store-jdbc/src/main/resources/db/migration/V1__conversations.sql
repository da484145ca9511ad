-- Times are milliseconds since 1970 (UTC); a row belongs to its account_id, and so does every key.
-- What differs between databases comes from Dialect: ${integer}, a 64-bit whole number, and ${strict}.

CREATE TABLE conversation (
    account_id TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    created_at ${integer} NOT NULL,
    updated_at ${integer} NOT NULL,
    PRIMARY KEY (account_id, id)
) ${strict};

CREATE INDEX conversation_latest ON conversation (account_id, updated_at, id);

CREATE TABLE run (
    account_id TEXT NOT NULL,
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at ${integer} NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id)
) ${strict};

-- At most one going run a conversation.
CREATE UNIQUE INDEX run_going ON run (account_id, conversation_id) WHERE state = 'running';

CREATE INDEX run_unfinished ON run (started_at, id) WHERE state = 'running';

-- The sequence is 1, 2, 3… within a conversation.
CREATE TABLE entry (
    account_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    sequence ${integer} NOT NULL,
    id TEXT NOT NULL,
    run_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    detail TEXT NOT NULL,
    at ${integer} NOT NULL,
    PRIMARY KEY (account_id, conversation_id, sequence),
    FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id),
    FOREIGN KEY (account_id, run_id) REFERENCES run (account_id, id)
) ${strict};

-- A question's id is the client's, so a message sent twice is stored once.
CREATE UNIQUE INDEX entry_question ON entry (account_id, id) WHERE kind = 'question';

CREATE UNIQUE INDEX entry_answer ON entry (account_id, run_id) WHERE kind = 'answer';

-- The cost is a decimal in full, so that sums are exact; null when the price is not known.
CREATE TABLE usage_record (
    account_id TEXT NOT NULL,
    run_id TEXT NOT NULL,
    position ${integer} NOT NULL,
    conversation_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    replies ${integer} NOT NULL,
    fresh_input ${integer} NOT NULL,
    cache_read ${integer} NOT NULL,
    cache_write_5m ${integer} NOT NULL,
    cache_write_1h ${integer} NOT NULL,
    output ${integer} NOT NULL,
    reasoning ${integer} NOT NULL,
    cost_usd TEXT,
    price_version TEXT,
    at ${integer} NOT NULL,
    PRIMARY KEY (account_id, run_id, position),
    FOREIGN KEY (account_id, run_id) REFERENCES run (account_id, id)
) ${strict};

CREATE INDEX usage_record_time ON usage_record (account_id, at);

CREATE INDEX usage_record_conversation ON usage_record (account_id, conversation_id);

CREATE TABLE run_event (
    account_id TEXT NOT NULL,
    run_id TEXT NOT NULL,
    sequence ${integer} NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (account_id, run_id, sequence),
    FOREIGN KEY (account_id, run_id) REFERENCES run (account_id, id)
) ${strict};

CREATE TABLE memory (
    account_id TEXT NOT NULL,
    text TEXT NOT NULL,
    updated_at ${integer} NOT NULL,
    PRIMARY KEY (account_id)
) ${strict};
