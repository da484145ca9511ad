package au.pip.store.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class OldestPostgresStoreTest extends PostgresStoreTest {
    @Override
    PostgresServer server() {
        return PostgresServer.oldest();
    }
}
