package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.store.StoreException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    @Test
    void readsEveryPart() {
        assertThat(PostgresAddress.of("postgresql://ann:secret@db.example:6543/pip?sslmode=require&application_name=x"))
                .isEqualTo(new PostgresAddress(
                        "db.example",
                        6543,
                        "pip",
                        "ann",
                        "secret",
                        Map.of("sslmode", "require", "ApplicationName", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann:secret@db.example/pip",
                "postgresql://ann:secret@db.example:5432/pip",
                "postgresql://ann:secret@db.example:/pip?",
                "jdbc:postgresql://ann:secret@db.example/pip",
                "jdbc:postgresql://db.example/pip?user=ann&password=secret",
                " postgresql://db.example:5432/pip?password=secret&user=ann\n"
            })
    void readsTheWaysToWriteTheSame(String url) {
        assertThat(PostgresAddress.of(url))
                .isEqualTo(new PostgresAddress("db.example", 5432, "pip", "ann", "secret", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann@[::1]:6543/pip, ::1, 6543, jdbc:postgresql://[::1]:6543/pip",
        "postgresql://ann@[2001:db8::7]/pip, 2001:db8::7, 5432, jdbc:postgresql://[2001:db8::7]:5432/pip",
        "postgresql://ann@/pip, localhost, 5432, jdbc:postgresql://localhost:5432/pip",
        "postgresql:///pip?user=ann, localhost, 5432, jdbc:postgresql://localhost:5432/pip",
        "postgresql://ann@h/my%20books%3F, h, 5432, jdbc:postgresql://h:5432/my+books%3F",
    })
    void readsHostsAndDatabasesOfEveryKind(String url, String host, int port, String driverUrl) {
        PostgresAddress address = PostgresAddress.of(url);

        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.user()).isEqualTo("ann");
        assertThat(address.password()).isNull();
        assertThat(address.url()).isEqualTo(driverUrl);
    }

    @Test
    void readsAnyPassword() {
        PostgresAddress address = PostgresAddress.of("postgresql://a%40b:p%2F%3F%23%40%3A%25+%20%C3%A9@h/pip");

        assertThat(address.user()).isEqualTo("a@b");
        assertThat(address.password()).isEqualTo("p/?#@:%+ é");
        assertThat(PostgresAddress.of("postgresql://ann:one:two@three@h/pip").password())
                .isEqualTo("one:two@three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "mysql://ann:hunter2@h/pip",
                "jdbc:postgresql:pip?password=hunter2",
                "postgresql:ann:hunter2@h/pip",
                "postgresql://:hunter2@h/pip",
                "postgresql://ann:hunter2@h",
                "postgresql://ann:hunter2@h/",
                "postgresql://ann:hunter2@h/pip/more",
                "postgresql://ann:hunter2@h:port/pip",
                "postgresql://ann:hunter2@h:0/pip",
                "postgresql://ann:hunter2@h:65536/pip",
                "postgresql://ann:hunter2@h:99999999999999/pip",
                "postgresql://ann:hunter2@h,i/pip",
                "postgresql://ann:hunter2@[::1/pip",
                "postgresql://ann:hunter2@[::1]x:5432/pip",
                "postgresql://ann:hunter2@%2Fvar%2Frun/pip",
                "postgresql://ann:hunter2@h/pip?sslmode=maybe",
                "postgresql://ann:hunter2@h/pip?sslmod=require",
                "postgresql://ann:hunter2@h/pip?sslmode",
                "postgresql://ann:hunter2%@h/pip",
                "postgresql://ann:hunter2%zz@h/pip",
                "postgresql://ann:hunter2/@h/pip",
                "postgresql://ann:12/hunter2@h/pip",
                "postgresql://ann:hunter2?x@h/pip",
                "postgresql://ann:12?hunter2=1@h/pip",
                "postgresql://ann:hunter2#x@h/pip",
                "postgresql://ann:hunter2/pip",
            })
    void refusesWhatIsNoSuchAddressAndNeverTellsThePassword(String url) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> PostgresAddress.of(url))
                .satisfies(refused -> {
                    assertThat(refused.getMessage()).contains("he address of").endsWith(".");
                    for (Throwable each = refused; each != null; each = each.getCause()) {
                        assertThat(each.toString()).doesNotContain("hunter2");
                    }
                });
    }

    @Test
    void showsNoPassword() {
        PostgresAddress address = PostgresAddress.of("postgresql://ann:hunter2@h/pip");

        assertThat(address).hasToString("The database pip on h:5432");
        assertThat(address.url()).doesNotContain("hunter2");
    }
}
