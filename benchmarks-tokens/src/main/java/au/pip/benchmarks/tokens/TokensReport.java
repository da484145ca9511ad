package au.pip.benchmarks.tokens;

import au.pip.benchmarks.run.Markdown;
import au.pip.evaluation.tokens.Prompt;
import au.pip.llm.Part;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The tables, and whether the aims are met. */
final class TokensReport {
    private static final double MOST_OF_CONTENDER = 0.25;
    private static final double MOST_DOLLARS = 0.01;

    private final Tokens tokens;
    private final Contender contender;
    private final List<Question> questions;

    TokensReport(Tokens tokens, Contender contender, List<Question> questions) {
        this.tokens = tokens;
        this.contender = contender;
        this.questions = questions;
    }

    /** What a model wrote of it. */
    static String said(Part part) {
        return switch (part) {
            case Part.Text text -> text.text();
            case Part.ToolCall call -> call.toolName() + " " + call.arguments();
            case Part.Thinking thinking -> thinking.thinking();
            case Part.ToolResult _, Part.Image _, Part.Document _ -> "";
        };
    }

    boolean met() {
        return share(Question::handedOn) <= MOST_OF_CONTENDER
                && dearest(true) <= MOST_DOLLARS
                && Beginnings.broken(questions).isEmpty();
    }

    String text() {
        return """
                # Tokens: Pip against Xero's own MCP server

                Written by `./pip bench tokens` on %s; do not edit.

                Ten usual questions over the same pretend books, five conversations of a question and a follow-up. Xero's own server is npm `%s` %s: %d tools, whose definitions alone are %s tokens.

                | Aim | Measured | Met |
                | --- | -------: | --: |
                | Pip's prompts ≤ 25 %% of those with that server's tools, Xero's replies whole | %s | %s |
                | The same, with no more of the replies than its tools write | %s | %s |
                | A question and a follow-up ≤ $0.01, the provider keeping the beginning | %s at most, %s on average | %s |
                | The same, nothing kept | %s at most, %s on average | %s |
                | Each prompt begins with all of the one before it | %s | %s |

                ## Where the tokens go

                %s
                Tokens of all requests of a question together. Definitions: of tools. History: what was said before, the facts it quoted, and the question. Results: of tools, and their calls. Output is the model's, in none of the sums.

                ## A question and a follow-up

                At the reference prices of claude-3-5-haiku-20241022: US$0.80 a million tokens in, 4.00 out, writing to the cache 1.25 times and reading from it a tenth of the price in.

                %s
                %s

                ## What stays the same

                %s
                Bytes of the prompt's beginning, in the provider's order (tools, system, messages), that the first request of a follow-up has in common with the last request of the question before it. A follow-up whose words open another group of tools shares only the tools that every model is told of; what stands behind them is read anew.

                ## How it is done

                Pip runs whole but for its HTTP: a real store, its client of Xero over HTTP, the pretend Xero. The offline model answers, so that each run is the same; each request is rendered as for Anthropic's Messages API and counted with `o200k_base` (jtokkit). Anthropic publishes no tokeniser of its own: the ratio is what counts, the dollars are as near as that tokeniser is. Counted are the definitions as JSON, the system prompt, the texts, each call's name and arguments, each result; not the JSON around them.

                The other side is the same loop: the same questions, rounds, calls and answers, with these differences, each in its favour where there was a choice. Its definitions are what the server itself tells over stdio, without `$schema`. Its system prompt is Pip's without the rules and what follows them. It is sent no list of facts. A result is what Xero replied to Pip for that call. *Whole* is all of it, as JSON without a blank. *No more than its tools write* leaves out every page but the first, all but ten records of that (its page), a record's nested parts but the contact's name, and its dates as Xero repeats them; of a report it has the rows only. Ten records are often not enough to answer, and rounds for more are not counted. What Pip works out itself costs it nothing.

                What a provider keeps is worked out by Anthropic's rules: it keeps what ends at one of Pip's marks (tools, system, last message), from %,d tokens on, for five minutes; the follow-up comes within them, and no other conversation came before.
                """.formatted(
                LocalDate.now(ZoneId.systemDefault()),
                Contender.PACKAGE,
                contender.version,
                contender.tools.size(),
                count(tokens.of(contender.tools)),
                percent(share(Question::whole)),
                yes(share(Question::whole) <= MOST_OF_CONTENDER),
                percent(share(Question::handedOn)),
                yes(share(Question::handedOn) <= MOST_OF_CONTENDER),
                dollars(dearest(true)),
                dollars(average(true)),
                yes(dearest(true) <= MOST_DOLLARS),
                dollars(dearest(false)),
                dollars(average(false)),
                yes(dearest(false) <= MOST_DOLLARS),
                Beginnings.broken(questions).isEmpty() ? "always" : String.join("; ", Beginnings.broken(questions)),
                yes(Beginnings.broken(questions).isEmpty()),
                sizes(),
                costs(),
                dearestPair(),
                shared(),
                Spending.SHORTEST_KEPT);
    }

    private String sizes() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Question",
                "Rounds",
                "Definitions",
                "System",
                "History",
                "Results",
                "Pip",
                "Its tools' words",
                "Ratio",
                "Replies whole",
                "Ratio",
                "Output"));
        for (Question question : questions) {
            rows.add(row(question.text(), List.of(question)));
        }
        rows.add(row("All ten", questions));
        return Markdown.table(rows);
    }

    private List<String> row(String title, List<Question> some) {
        List<Prompt> pip =
                some.stream().flatMap(question -> question.pip().stream()).toList();
        int all = sum(some, Question::pip);
        int handedOn = sum(some, Question::handedOn);
        int whole = sum(some, Question::whole);
        return List.of(
                title,
                String.valueOf(pip.size()),
                count(pip.stream().mapToInt(prompt -> tokens.of(prompt.tools())).sum()),
                count(pip.stream()
                        .mapToInt(prompt -> tokens.of(prompt.system()))
                        .sum()),
                count(blocks(pip, true)),
                count(blocks(pip, false)),
                count(all),
                count(handedOn),
                percent((double) all / handedOn),
                count(whole),
                percent((double) all / whole),
                count(some.stream().mapToInt(Question::output).sum()));
    }

    private int blocks(List<Prompt> prompts, boolean text) {
        return prompts.stream()
                .flatMap(prompt -> prompt.blocks().stream())
                .filter(block -> block.type().equals("text") == text)
                .mapToInt(block -> tokens.of(block.text()))
                .sum();
    }

    private String costs() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Question and follow-up",
                "Pip, kept",
                "Pip, nothing kept",
                "Its tools, kept",
                "Its tools, nothing kept"));
        for (List<Question> pair : pairs()) {
            rows.add(List.of(
                    pair.getFirst().text() + " " + pair.getLast().text(),
                    spending(pair, Question::pip, true).toString(),
                    spending(pair, Question::pip, false).toString(),
                    spending(pair, Question::handedOn, true).toString(),
                    spending(pair, Question::handedOn, false).toString()));
        }
        return Markdown.table(rows);
    }

    /** What the answers themselves have to do with it. */
    private String dearestPair() {
        List<Question> pair = pairs().stream()
                .max(Comparator.comparingDouble(
                        each -> spending(each, Question::pip, true).dollars()))
                .orElseThrow();
        int output = pair.stream().mapToInt(Question::output).sum();
        return "Of the dearest, %s are its two answers (%s tokens); and its follow-up is sent the first answer and the facts that quoted, %s tokens in %d requests."
                .formatted(
                        new Spending(0, 0, 0, output),
                        count(output),
                        count(blocks(pair.getLast().pip(), true)),
                        pair.getLast().pip().size());
    }

    private String shared() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Follow-up", "Bytes of its first prompt", "Of them as before"));
        for (List<Question> pair : pairs()) {
            Prompt before = pair.getFirst().pip().getLast();
            Prompt after = pair.getLast().pip().getFirst();
            rows.add(List.of(
                    pair.getLast().text(),
                    count(bytes(after.whole())),
                    count(bytes(after.whole().substring(0, after.sharedWith(before))))));
        }
        return Markdown.table(rows);
    }

    private List<List<Question>> pairs() {
        List<List<Question>> pairs = new ArrayList<>();
        for (int index = 1; index < questions.size(); index += 2) {
            pairs.add(questions.subList(index - 1, index + 1));
        }
        return pairs;
    }

    private double share(Function<Question, List<Prompt>> theirs) {
        return (double) sum(questions, Question::pip) / sum(questions, theirs);
    }

    private double dearest(boolean kept) {
        return pairs().stream()
                .mapToDouble(pair -> spending(pair, Question::pip, kept).dollars())
                .max()
                .orElseThrow();
    }

    private double average(boolean kept) {
        return pairs().stream()
                .mapToDouble(pair -> spending(pair, Question::pip, kept).dollars())
                .average()
                .orElseThrow();
    }

    private Spending spending(List<Question> pair, Function<Question, List<Prompt>> whose, boolean kept) {
        List<Prompt> prompts = pair.stream()
                .flatMap(question -> whose.apply(question).stream())
                .toList();
        int output = pair.stream().mapToInt(Question::output).sum();
        return kept ? Spending.kept(tokens, prompts, output) : Spending.unkept(tokens, prompts, output);
    }

    private int sum(List<Question> some, Function<Question, List<Prompt>> whose) {
        return some.stream()
                .flatMap(question -> whose.apply(question).stream())
                .mapToInt(tokens::of)
                .sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String count(int number) {
        return Markdown.number(number, 0);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "$%.4f", amount);
    }

    private static String yes(boolean met) {
        return met ? "yes" : "no";
    }
}
