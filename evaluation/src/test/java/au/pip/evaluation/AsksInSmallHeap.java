package au.pip.evaluation;

import au.pip.api.RunView;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A process that asks a Xero questions and writes each answer in one line. */
final class AsksInSmallHeap {
    private AsksInSmallHeap() {}

    /** @param arguments Xero's address, a folder for the database, and the questions */
    public static void main(String[] arguments) throws InterruptedException {
        Clock day = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC);
        XeroSettings.Pace pace =
                new XeroSettings.Pace(5, 900, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(15));
        try (CustomPip pip =
                new CustomPip(Path.of(arguments[1]), URI.create(arguments[0]), pace, "app", "secret", day)) {
            for (int number = 2; number < arguments.length; number++) {
                RunView answer = pip.ask(arguments[number]);
                System.out.println(answer.state() + " " + answer.answer().replace("\n", " ") + answer.error());
            }
        }
        System.exit(0);
    }
}
