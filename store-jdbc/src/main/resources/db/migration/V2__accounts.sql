-- As in V1; and ${text}, a text that orders by its code points.

ALTER TABLE run ADD COLUMN node ${text} NOT NULL DEFAULT '';

ALTER TABLE run ADD COLUMN stop_asked ${integer} NOT NULL DEFAULT 0;

ALTER TABLE conversation ADD COLUMN summary ${text};

ALTER TABLE conversation ADD COLUMN summary_entry_id ${text};

CREATE TABLE account (
    account_id ${text} NOT NULL,
    name ${text} NOT NULL,
    created_at ${integer} NOT NULL,
    PRIMARY KEY (account_id)
) ${strict};

CREATE TABLE connection (
    account_id ${text} NOT NULL,
    id ${text} NOT NULL,
    organisation_id ${text} NOT NULL,
    organisation_name ${text} NOT NULL,
    state ${text} NOT NULL,
    scopes ${text} NOT NULL,
    created_at ${integer} NOT NULL,
    updated_at ${integer} NOT NULL,
    PRIMARY KEY (account_id, id)
) ${strict};

CREATE TABLE secret (
    account_id ${text} NOT NULL,
    kind ${text} NOT NULL,
    owner ${text} NOT NULL,
    sealed ${text} NOT NULL,
    version ${integer} NOT NULL,
    PRIMARY KEY (account_id, kind, owner)
) ${strict};

CREATE TABLE approval (
    account_id ${text} NOT NULL,
    id ${text} NOT NULL,
    conversation_id ${text} NOT NULL,
    run_id ${text} NOT NULL,
    draft ${text} NOT NULL,
    hash ${text} NOT NULL,
    state ${text} NOT NULL,
    created_at ${integer} NOT NULL,
    expires_at ${integer} NOT NULL,
    PRIMARY KEY (account_id, id)
) ${strict};

CREATE INDEX approval_waiting ON approval (account_id, id) WHERE state = 'waiting';

CREATE TABLE code (
    account_id ${text} NOT NULL,
    kind ${text} NOT NULL,
    hash ${text} NOT NULL,
    payload ${text} NOT NULL,
    expires_at ${integer} NOT NULL,
    used ${integer} NOT NULL,
    PRIMARY KEY (account_id, kind, hash)
) ${strict};

CREATE INDEX code_expiry ON code (expires_at);

CREATE TABLE budget (
    account_id ${text} NOT NULL,
    budget ${text} NOT NULL,
    spent ${integer} NOT NULL,
    reserved ${integer} NOT NULL,
    PRIMARY KEY (account_id, budget)
) ${strict};

CREATE TABLE reservation (
    account_id ${text} NOT NULL,
    id ${text} NOT NULL,
    holds ${text} NOT NULL,
    at ${integer} NOT NULL,
    settled ${integer} NOT NULL,
    PRIMARY KEY (account_id, id)
) ${strict};

CREATE INDEX reservation_open ON reservation (at, account_id, id) WHERE settled = 0;

CREATE TABLE audit_entry (
    account_id ${text} NOT NULL,
    id ${text} NOT NULL,
    at ${integer} NOT NULL,
    actor ${text} NOT NULL,
    action ${text} NOT NULL,
    subject ${text} NOT NULL,
    detail ${text} NOT NULL,
    PRIMARY KEY (account_id, id)
) ${strict};

CREATE INDEX audit_entry_latest ON audit_entry (account_id, at, id);

CREATE TABLE job (
    account_id ${text} NOT NULL,
    id ${text} NOT NULL,
    kind ${text} NOT NULL,
    payload ${text} NOT NULL,
    due ${integer} NOT NULL,
    attempts ${integer} NOT NULL,
    state ${text} NOT NULL,
    holder ${text} NOT NULL,
    until ${integer} NOT NULL,
    PRIMARY KEY (account_id, id)
) ${strict};

CREATE INDEX job_open ON job (kind, due, account_id, id) WHERE state <> 'done';

CREATE INDEX job_done ON job (due) WHERE state = 'done';

CREATE TABLE lease (
    account_id ${text} NOT NULL,
    name ${text} NOT NULL,
    holder ${text} NOT NULL,
    number ${integer} NOT NULL,
    until ${integer} NOT NULL,
    PRIMARY KEY (account_id, name)
) ${strict};

-- What is noted about the database itself.
CREATE TABLE mark (
    name ${text} NOT NULL,
    text ${text} NOT NULL,
    PRIMARY KEY (name)
) ${strict};
