package au.pip.store.jdbc;

/** Thousands of rows in each table of PostgreSQL that grows, as its planner has counted them. */
final class LargeTables {
    private LargeTables() {}

    static void fill(String url) {
        PostgresServer.change(
                url,
                rows("account (account_id, name, created_at)", "'a' || n, '', n"),
                rows("memory (account_id, text, updated_at)", "'a' || n, '', n"),
                rows(
                        "connection (account_id, id, organisation_id, organisation_name, state, scopes, created_at,"
                                + " updated_at)",
                        "'a' || n, 'c', 'o', '', 'connected', '', n, n"),
                rows("secret (account_id, kind, owner, sealed, version)", "'a', 'kind', n, '', 1"),
                rows("conversation (account_id, id, title, created_at, updated_at)", "'a', 'c' || n, '', n, n"),
                rows(
                        "run (account_id, id, conversation_id, state, started_at)",
                        "'a', 'r' || n, 'c' || n, CASE WHEN n % 50 = 0 THEN 'running' ELSE 'completed' END, n"),
                rows(
                        "entry (account_id, conversation_id, sequence, id, run_id, kind, text, detail, at)",
                        "'a', 'c' || n, 1, 'q' || n, 'r' || n, 'question', 'said', '{}', n"),
                rows(
                        "entry (account_id, conversation_id, sequence, id, run_id, kind, text, detail, at)",
                        "'a', 'c1', n + 1, 'd' || n, 'r' || n, 'question', 'said', '{}', n"),
                rows(
                        "entry_search (account_id, conversation_id, sequence, words)",
                        "'a', 'c' || n, 1, array_to_tsvector(ARRAY(SELECT md5((n / 7 * word)::text) FROM"
                                + " generate_series(1, 20) AS word))",
                        20_000),
                rows(
                        "usage_record (account_id, run_id, position, conversation_id, provider, model, replies,"
                                + " fresh_input, cache_read, cache_write_5m, cache_write_1h, output, reasoning, at)",
                        "'a', 'r' || n, 0, 'c' || n % 100, 'p', 'm', 1, 1, 1, 1, 1, 1, 1, n"),
                rows("run_event (account_id, run_id, sequence, type, body)", "'a', 'r1', n, 'text', '{}'"),
                rows(
                        "run_event (account_id, run_id, sequence, type, body)",
                        "'a', 'r' || n + 1, 1, 'text', '{}'",
                        4_999),
                rows(
                        "approval (account_id, id, conversation_id, run_id, draft, hash, state, created_at, expires_at)",
                        "'a', n, 'c', 'r', '{}', 'h', CASE WHEN n % 5 = 0 THEN 'waiting' ELSE 'consumed' END, n, n"),
                rows("code (account_id, kind, hash, payload, expires_at, used)", "'a', 'kind', n, '{}', n, 0"),
                rows("budget (account_id, budget, spent, reserved)", "'a', n, 1, 1"),
                rows(
                        "reservation (account_id, id, holds, at, settled)",
                        "'a', n, '[]', n, CASE WHEN n % 50 = 0 THEN 0 ELSE 1 END"),
                rows("audit_entry (account_id, id, at, actor, action, subject, detail)", "'a', n, n, '', '', '', '{}'"),
                rows(
                        "job (account_id, id, kind, payload, due, attempts, state, holder, until)",
                        "'a', n, 'kind', '{}', n, 0, CASE WHEN n % 5 = 0 THEN 'waiting' ELSE 'done' END, '', 0"),
                rows("lease (account_id, name, holder, number, until)", "'a', n, '', 1, n"),
                rows("call_count (account_id, organisation_id, counted, version)", "'a', n, '{}', 1"),
                rows("reply (account_id, connection_id, name, at, size, body)", "'a', n / 50, n, n, 1, 'x'::bytea"),
                "ANALYZE");
    }

    private static String rows(String into, String values) {
        return rows(into, values, 5_000);
    }

    private static String rows(String into, String values, int count) {
        return "INSERT INTO " + into + " SELECT " + values + " FROM generate_series(1, " + count + ") AS n";
    }
}
