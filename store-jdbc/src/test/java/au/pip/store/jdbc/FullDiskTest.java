package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.assistant.store.ChildProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of four megabytes, mounted for the child process alone. */
class FullDiskTest {
    @TempDir
    private Path folder;

    @Test
    void tellsThatTheDiskIsFullLosesNothingAndGoesOnWhenThereIsSpace() throws Exception {
        List<String> smallDisk = List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=4m tmpfs \"$0\" && exec \"$@\"",
                folder.toString());
        assumeTrue(ChildProcess.works(smallDisk), "no small disk can be mounted here");
        Path file = folder.resolve("pip.db");
        String full = "The disk that holds " + file
                + " is full, so nothing of this was stored: free some space, then try again.";

        try (ChildProcess child = new ChildProcess(smallDisk, FillsTheDisk.class, folder.toString())) {
            assertThat(child.remainingLines())
                    .containsExactly(
                            "at opening: " + full,
                            "left at opening: [ballast]",
                            "at storing: " + full,
                            "kept when full: true",
                            "kept at the end: true");
        }
    }
}
