package au.pip.benchmarks.tokens;

import au.pip.benchmarks.run.BenchmarksPage;
import au.pip.evaluation.Demo;
import au.pip.evaluation.tokens.Exchange;
import au.pip.evaluation.tokens.RecordedModel;
import au.pip.evaluation.tokens.TenQuestions;
import au.pip.evaluation.tokens.TenQuestions.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Plays the ten questions once, counts, and writes the page. */
final class TokensBenchmark {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final Path home;
    private final boolean quick;

    /** @param quick the page stays as it is */
    TokensBenchmark(Path home, boolean quick) {
        this.home = home;
        this.quick = quick;
    }

    /** @return whether every aim is met and every prompt's beginning stays as it was */
    boolean run() throws IOException, InterruptedException {
        Contender contender = Contender.installed(home.resolve("benchmarks-tokens/contender"));
        Tokens tokens = new Tokens();
        TokensReport report = new TokensReport(tokens, contender, questions(tokens, contender));
        String text = report.text();
        System.out.println(text);
        if (!quick) {
            BenchmarksPage.write(home.resolve("docs/benchmarks.md"), "tokens", text);
        }
        return report.met();
    }

    private static List<Question> questions(Tokens tokens, Contender contender) throws IOException {
        Path folder = Files.createTempDirectory("pip-tokens-");
        AtomicReference<Tap> tap = new AtomicReference<>();
        RecordedModel model = new RecordedModel(Demo.offline());
        Clock clock = Clock.fixed(
                TenQuestions.BOOKS
                        .today()
                        .atTime(LocalTime.of(10, 30))
                        .atZone(SYDNEY)
                        .toInstant(),
                SYDNEY);
        try (Demo demo = Demo.over(TenQuestions.BOOKS, folder, model, clock, xero -> {
            try {
                tap.set(Tap.before(xero));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return tap.get().address();
        })) {
            List<Asked> asked = TenQuestions.ask(demo, model);
            List<Question> questions = new ArrayList<>();
            for (Asked each : asked) {
                if (!each.answer().state().equals("completed")) {
                    throw new IllegalStateException("'%s' was not answered: %s"
                            .formatted(each.question(), each.answer().error()));
                }
                questions.add(question(each, tokens, contender, tap.get().replies()));
            }
            return questions;
        } finally {
            if (tap.get() != null) {
                tap.get().close();
            }
        }
    }

    private static Question question(Asked asked, Tokens tokens, Contender contender, List<Tap.Reply> replies) {
        List<Exchange> exchanges = asked.exchanges();
        int output = exchanges.stream()
                .mapToInt(exchange -> exchange.reply().parts().stream()
                        .mapToInt(part -> tokens.of(TokensReport.said(part)))
                        .sum())
                .sum();
        return new Question(
                asked.conversation(),
                asked.question(),
                exchanges.stream().map(Exchange::prompt).toList(),
                contender.prompts(exchanges, replies, RawReply::handedOn),
                contender.prompts(exchanges, replies, RawReply::whole),
                output);
    }
}
