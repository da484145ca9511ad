package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Databases.Kind;
import au.pip.evaluation.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which database the settings choose, and what people get wrong: one clear line, nothing touched, no password shown. */
@Tag("slow")
class DatabaseChoiceTest {
    private static final String SECRET = "s3cret-Pa55";

    @TempDir
    Path folder;

    private final PretendBooks pretend = new PretendBooks();
    private final Databases databases = new Databases();

    @AfterEach
    void close() {
        pretend.close();
        databases.close();
    }

    private Program server(String... settings) {
        return Program.server(folder, pretend.settings(folder.resolve("data"), settings));
    }

    private void refuses(String[] settings, String... parts) throws IOException {
        String[] offline = Stream.concat(Stream.of("LLM_PROVIDER", "offline"), Stream.of(settings))
                .toArray(String[]::new);
        try (Program server = server(offline)) {
            Ended ended = server.awaitEnd();
            assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
            assertThat(ended.line()).contains(parts);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
            assertThat(ended.err())
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ")
                    .doesNotContain(SECRET);
        }
        assertThat(folder.resolve("data").resolve("pip.db")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void servesFromEachAndFindsItAgain(Kind kind) {
        String url = databases.fresh(kind, folder);
        String conversation;
        try (Program server = server("LLM_PROVIDER", "offline", "DATABASE_URL", url)) {
            String address = server.awaitLine("pip ready on (\\S+)");
            Ended asked = Program.ask(folder, Map.of(), "--json", "--server", address, "Who owes me money?");
            assertThat(asked.status()).as(asked.toString()).isZero();
            conversation = asked.out().replaceAll("(?s).*\"conversationId\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            server.terminate();
        }
        try (Program server = server("LLM_PROVIDER", "offline", "DATABASE_URL", url)) {
            String address = server.awaitLine("pip ready on (\\S+)");
            Ended again = Program.ask(
                    folder, Map.of(), "--server", address, "--conversation", conversation, "And last month?");
            assertThat(again.err()).doesNotContain("no conversation");
            server.terminate();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"POSTGRESQL", "DYNAMODB"})
    void letsSeveralServersShareWhatIsNoFile(Kind kind) {
        String url = databases.fresh(kind, folder);
        try (Program first = server("LLM_PROVIDER", "offline", "DATABASE_URL", url);
                Program second = server("LLM_PROVIDER", "offline", "DATABASE_URL", url)) {
            first.awaitLine("pip ready on (\\S+)");
            second.awaitLine("pip ready on (\\S+)");
        }
    }

    @Test
    void refusesAProviderThatThereIsNot() throws IOException {
        refuses(new String[] {"DATABASE_PROVIDER", "oracle"}, "'oracle'", "sqlite, postgresql, dynamodb");
    }

    @Test
    void refusesAProviderThatTheAddressContradicts() throws IOException {
        refuses(
                new String[] {
                    "DATABASE_PROVIDER", "sqlite", "DATABASE_URL", "postgresql://u:" + SECRET + "@127.0.0.1/pip"
                },
                "DATABASE_PROVIDER is sqlite",
                "postgresql");
        refuses(
                new String[] {"DATABASE_PROVIDER", "postgresql", "DATABASE_URL", "dynamodb:pip"},
                "DATABASE_PROVIDER is postgresql",
                "dynamodb");
        refuses(
                new String[] {"DATABASE_URL", "dynamodb:pip", "DATABASE_TABLE_NAME", "other"},
                "DATABASE_TABLE_NAME is other",
                "pip");
    }

    @Test
    void refusesPostgresqlWithoutAnAddress() throws IOException {
        refuses(new String[] {"DATABASE_PROVIDER", "postgresql"}, "set DATABASE_URL");
    }

    @Test
    void refusesAddressesThatCannotBe() throws IOException {
        for (String url : new String[] {
            "pip.db",
            "sqlite:",
            "mysql://u:" + SECRET + "@h/d",
            "u:" + SECRET + "@h/d",
            "postgresql:" + SECRET,
            "postgresql://u:" + SECRET + "@:x/pip",
            "postgresql://u:" + SECRET + "/#@127.0.0.1/pip",
            "postgresql://u:" + SECRET + "@127.0.0.1:99999/pip",
            "postgresql://u:" + SECRET + "@127.0.0.1",
            "postgresql://u:" + SECRET + "%zz@127.0.0.1/pip",
            "dynamodb:",
            "dynamodb:a b c",
            "dynamodb:pip?password=" + SECRET,
            "dynamodb:pip?region=Sydney",
            "dynamodb:pip?endpoint=ftp://x",
            "dynamodb:pip?endpoint=http://u:" + SECRET + "@127.0.0.1:1"
        }) {
            refuses(new String[] {"DATABASE_URL", url}, "pip: ");
        }
    }

    @Test
    void saysThatAServerCannotBeReached() throws IOException {
        refuses(new String[] {"DATABASE_URL", "postgresql://u:" + SECRET + "@127.0.0.1:9/pip"}, "127.0.0.1:9");
        refuses(
                new String[] {
                    "DATABASE_URL",
                    "dynamodb:pip?endpoint=http://127.0.0.1:9",
                    "AWS_ACCESS_KEY_ID",
                    "x",
                    "AWS_SECRET_ACCESS_KEY",
                    SECRET
                },
                "127.0.0.1:9");
    }

    @Test
    void saysThatAPasswordIsWrong() throws IOException {
        String url = databases.fresh(Kind.POSTGRESQL, folder).replace(Databases.PASSWORD, SECRET);
        refuses(new String[] {"DATABASE_URL", url}, "password");
    }

    @Test
    void saysThatADatabaseIsOfANewerPip() throws Exception {
        String url = databases.fresh(Kind.POSTGRESQL, folder);
        Databases.open(url).close();
        Databases.execute(
                url,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (999, '999', 'future', 'SQL', 'V999__future.sql', 'x', 1,"
                        + " true)");
        refuses(new String[] {"DATABASE_URL", url}, "newer Pip");
    }

    @Test
    void takesNoOtherFileForADatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "my notes, which are no database of any kind");
        refuses(new String[] {"DATABASE_URL", "sqlite:" + file}, "is not a database");
        assertThat(file).hasContent("my notes, which are no database of any kind");
    }
}
