package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 10,000 invoices and 50,000 bank transactions are answered about in a small heap, from Xero and from what is kept. */
@Tag("slow")
class LargeOrganisationTest {
    /** Half of what the server has by default. */
    private static final String HEAP = "-Xmx64m";

    private static final String GST = "How much GST do I owe this quarter?";
    private static final String SPENT = "What transactions did I have this quarter?";
    private static final String SENT = "Which invoices did I send this quarter?";

    @TempDir
    private Path folder;

    @Test
    void answersInASmallHeapAndAsksNothingTwice() throws Exception {
        try (LargeXero xero = new LargeXero()) {
            List<String> answers = asked(xero, GST, SPENT, SENT);

            assertThat(answers)
                    .hasSize(3)
                    .allMatch(answer -> answer.startsWith("completed"), String.join("\n", answers));
            assertThat(answers.get(0)).contains("$125,000.00");
            assertThat(answers.get(1)).contains("$275,000.00", "$550,000.00");
            assertThat(answers.get(2)).contains("$1,100,000.00", "10,000");
            int first = xero.calls.get();
            assertThat(first).isBetween(60, 135);

            List<String> again = asked(xero, GST, SPENT, SENT);

            assertThat(again).isEqualTo(answers);
            assertThat(xero.calls.get() - first).as("calls of the second time").isZero();
        }
    }

    @Test
    void looksAcrossTenThousandInvoicesInASmallHeap() throws Exception {
        try (LargeXero xero = new LargeXero()) {
            List<String> answers = asked(
                    xero,
                    "Who are my biggest customers this quarter?",
                    "Who usually pays late?",
                    "Are there any duplicate bills?",
                    "Who are my biggest suppliers this quarter?");

            assertThat(answers)
                    .hasSize(4)
                    .allMatch(answer -> answer.startsWith("completed"), String.join("\n", answers));
            assertThat(answers.get(0)).contains("$1,000,000.00");
            assertThat(answers.get(1)).contains("Nobody is late now");
            assertThat(answers.get(2)).contains("No bill looks entered twice");
        }
    }

    private List<String> asked(LargeXero xero, String... questions) throws Exception {
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                AsksInSmallHeap.class.getName(),
                xero.address().toString(),
                folder.toString()));
        command.addAll(List.of(questions));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            return Files.readAllLines(out);
        } finally {
            process.destroyForcibly();
        }
    }
}
