package au.pip.server.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user may not write. Root may write everything, so as root the attempt is made without root's rights. */
class ReadOnlyFolderTest {
    private static final List<String> WITHOUT_RIGHTS =
            List.of("setpriv", "--inh-caps=-all", "--bounding-set=-all", "--");

    @TempDir
    Path folder;

    @AfterEach
    void letTheFolderBeRemoved() throws IOException {
        allow("rwx------");
    }

    @Test
    void makesNoKeyWhereItMayNotWrite() throws Exception {
        allow("r-x------");
        assertThat(attempt(folder.toString()))
                .isEqualTo(
                        "No master key can be made in " + folder
                                + " (permission is denied): make the folder writable for this user, or name another file with PIP_MASTER_KEY_FILE.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsTheOldKeyWhereItMayNotWrite() throws Exception {
        assertThat(attempt(folder.toString())).isEqualTo("made");
        byte[] before = Files.readAllBytes(folder.resolve("master.key"));
        allow("r-x------");
        assertThat(attempt(folder.toString())).isEqualTo("made");
        assertThat(attempt(folder.toString(), "rotate"))
                .isEqualTo(
                        "The master key's file " + folder.resolve("master.key")
                                + " cannot be written (permission is denied): make its folder writable for this user, or name another with PIP_MASTER_KEY_FILE.");
        assertThat(Files.readAllBytes(folder.resolve("master.key"))).isEqualTo(before);
    }

    private void allow(String mode) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    private static String attempt(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            assumeTrue(works(WITHOUT_RIGHTS), "root cannot give up its rights here");
            command.addAll(WITHOUT_RIGHTS);
        }
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MakesFirstKey.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        process.waitFor();
        return said;
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
