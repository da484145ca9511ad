-- The words of entries, as SearchIndex writes them; the index keeps them and no second copy of the text.
CREATE VIRTUAL TABLE entry_search USING fts5(
    words,
    account_id UNINDEXED,
    conversation_id UNINDEXED,
    sequence UNINDEXED,
    content = '',
    contentless_unindexed = 1,
    contentless_delete = 1,
    detail = none,
    tokenize = 'ascii'
);
