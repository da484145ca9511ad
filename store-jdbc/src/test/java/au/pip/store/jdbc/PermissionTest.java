package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.assistant.store.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user may not write. Root may write everything, so as root the attempt is made without root's rights. */
class PermissionTest {
    private static final List<String> WITHOUT_RIGHTS =
            List.of("setpriv", "--inh-caps=-all", "--bounding-set=-all", "--");

    @TempDir
    private Path folder;

    @AfterEach
    void letTheFolderBeRemoved() throws IOException {
        allow(folder, "rwx------");
    }

    @Test
    void refusesAFolderThatMayNotBeWritten() throws Exception {
        allow(folder, "r-x------");

        assertThat(attempt(folder.resolve("pip.db")))
                .contains(folder + " may not be written by this user")
                .contains("chmod u+w");
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesAFileInAFolderThatMayNotBeWritten() throws Exception {
        Path file = database();
        allow(folder, "r-x------");

        assertThat(attempt(file)).contains(folder + " may not be written by this user");
        assertThat(names()).containsExactly("pip.db");
    }

    @Test
    void refusesAFileThatMayNotBeWritten() throws Exception {
        Path file = database();
        allow(file, "r--------");
        byte[] before = Files.readAllBytes(file);

        assertThat(attempt(file))
                .contains(file + " may not be read and written by this user")
                .contains("chmod u+rw");
        assertThat(names()).containsExactly("pip.db");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void worksWhereTheUserMayWrite() throws Exception {
        assertThat(attempt(folder.resolve("pip.db"))).isEqualTo("stored");
    }

    private static String attempt(Path file) throws Exception {
        List<String> prefix = "root".equals(System.getProperty("user.name")) ? WITHOUT_RIGHTS : List.of();
        assumeTrue(prefix.isEmpty() || ChildProcess.works(prefix), "root cannot give up its rights here");
        try (ChildProcess child = new ChildProcess(prefix, OpensAndWrites.class, file.toString())) {
            return String.join("\n", child.remainingLines());
        }
    }

    private Path database() {
        Path file = folder.resolve("pip.db");
        JdbcStores.openSqlite(file).close();
        return file;
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
