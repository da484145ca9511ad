-- As in V2; ${bytes} are bytes. Neither table is carried in a backup or a move.

CREATE TABLE call_count (
    account_id ${text} NOT NULL,
    organisation_id ${text} NOT NULL,
    counted ${text} NOT NULL,
    version ${integer} NOT NULL,
    PRIMARY KEY (account_id, organisation_id)
) ${strict};

-- The size stands before the body, so that sizes are summed without reading bodies.
CREATE TABLE reply (
    account_id ${text} NOT NULL,
    connection_id ${text} NOT NULL,
    name ${text} NOT NULL,
    at ${integer} NOT NULL,
    size ${integer} NOT NULL,
    body ${bytes} NOT NULL,
    PRIMARY KEY (account_id, connection_id, name)
) ${strict};

CREATE INDEX reply_age ON reply (at);
