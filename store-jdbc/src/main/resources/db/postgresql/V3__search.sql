-- The words of entries, as SearchIndex writes them; the only way to them is by a word.
CREATE TABLE entry_search (
    account_id ${text} NOT NULL,
    conversation_id ${text} NOT NULL,
    sequence ${integer} NOT NULL,
    words tsvector NOT NULL
);

CREATE INDEX entry_search_words ON entry_search USING gin (words);

-- The texts of V1 order by their code points too, whatever the database's own order is.
DO $each$
DECLARE
    altered record;
BEGIN
    FOR altered IN
        SELECT table_name,
            string_agg(format('ALTER COLUMN %I TYPE text COLLATE "C"', column_name), ', ') AS columns
        FROM information_schema.columns
        WHERE table_schema = current_schema()
            AND table_name IN ('conversation', 'run', 'entry', 'usage_record', 'run_event', 'memory')
            AND data_type = 'text'
            AND collation_name IS DISTINCT FROM 'C'
        GROUP BY table_name
    LOOP
        EXECUTE format('ALTER TABLE %I %s', altered.table_name, altered.columns);
    END LOOP;
END
$each$;
