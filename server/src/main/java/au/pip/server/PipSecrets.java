package au.pip.server;

import au.pip.assistant.store.Stores;
import au.pip.llm.LlmException;
import au.pip.llm.settings.Settings;
import au.pip.server.secrets.Installation;
import au.pip.server.secrets.Refusal;
import au.pip.server.secrets.SecretsCommand;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program {@code ./pip secrets}. */
public final class PipSecrets {
    private PipSecrets() {}

    public static void main(String[] arguments) {
        System.exit(SecretsCommand.run(PipSecrets::installation, System.out, System.err, arguments));
    }

    private static Installation installation() {
        try {
            Settings settings = Settings.load(Path.of(".env"));
            settings.warnings().forEach(warning -> System.err.println("pip: " + warning));
            ServerSettings checked = ServerSettings.read(settings);
            return new Installation(
                    settings, checked.dataDirectory(), () -> isThere(checked.database()), () -> stores(checked));
        } catch (StartupException | LlmException wrong) {
            throw new Refusal(String.valueOf(wrong.getMessage()));
        }
    }

    /** Opening a SQLite file that is not there would be refused, and there is nothing in it to care for. */
    private static boolean isThere(DatabaseSettings database) {
        return !(database instanceof DatabaseSettings.Sqlite sqlite) || Files.exists(sqlite.file());
    }

    /** Its lock is given back at the program's end. */
    private static Stores stores(ServerSettings checked) {
        return OpenedDatabase.beside(checked.database()).stores();
    }
}
