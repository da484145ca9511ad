package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.run;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.FoundEntry;
import au.pip.assistant.Run;
import au.pip.assistant.store.spi.SearchWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which texts a query finds: every store has the words that {@link SearchWords} says, and no syntax. */
interface SearchWordsContract extends OpenedStores {
    List<String> TEXTS = List.of(
            "How much GST do I owe this quarter?",
            "You owe $1,234.50 AUD; $-99.00 is a credit.",
            "Café Müller, Straße 5, Ærø",
            "cafe\u0301 mu\u0308ller",
            "Invoice INV-0042 of 2026-11-27, 10% off",
            "ＧＳＴ ﬁnance №5 ² ½",
            "日本語の請求書 東京",
            "счёт-фактура ΛΟΓΑΡΙΑΣΜΌΣ λογαριασμός",
            "İstanbul ISTANBUL ıstanbul",
            "🧾 receipt 👩‍👩‍👧‍👦 🇦🇺",
            "before\0after a\uD83Db c\uDE00d \u001A0000e",
            "𝒳 marks 𐐀 spot",
            "NOT this OR that AND NEAR(here there)",
            "x".repeat(39) + " " + "y".repeat(40) + " " + "z".repeat(60) + "end",
            "O'Brien & Sons' \"best\" * of: all ^ {things} (here) ! | <-> ~ @ # _under_score_",
            "null NULL true undefined",
            "\u202Eabc\u202C \uFEFFbom zero\u200Bwidth soft\u00ADhyphen non\u00A0breaking",
            "…?! —",
            "");

    List<String> QUERIES = List.of(
            "gst",
            "GST",
            "quart",
            "arter",
            "quarter owe",
            "owe quarter",
            "owe owe",
            "quarter nothing",
            "$1,234.50",
            "1,234",
            "1234",
            "234.5",
            "34",
            "-99",
            "cafe",
            "CAFÉ",
            "café muller",
            "muller",
            "mu\u0308",
            "strasse",
            "straße",
            "ss",
            "aero",
            "ærø",
            "INV-0042",
            "inv 42",
            "0042",
            "inv0042",
            "10%",
            "11-27",
            "fi",
            "finance",
            "no5",
            "№5",
            "2",
            "1",
            "½",
            "日本",
            "請求",
            "東",
            "京",
            "счет",
            "СЧЁТ",
            "факт",
            "λογαριασμός",
            "λογαριασμοσ",
            "istanbul",
            "ıstanbul",
            "🧾",
            "🧾 receipt",
            "🇦🇺",
            "after",
            "0000after",
            "a b",
            "d c",
            "e",
            "x",
            "X marks",
            "𐐨",
            "AND",
            "OR",
            "NOT",
            "NEAR(",
            "NEAR(here there)",
            "NEAR(here there, 5)",
            "this OR nothing",
            "gst NOT owe",
            "this AND that",
            "x".repeat(39),
            "x".repeat(40),
            "y".repeat(39),
            "y".repeat(40),
            "y".repeat(41),
            "z".repeat(40),
            "z".repeat(60) + "other",
            "end",
            "\"",
            "\"\"",
            "\"best",
            "\"best\"",
            "\"best of\"",
            "'",
            "o'brien",
            "brien''",
            "*",
            "b*",
            "best*",
            "*best",
            "be%",
            "%",
            "_",
            "_under",
            "score",
            ":",
            "of:",
            "text:best",
            "text : best",
            "&",
            "best & sons",
            "best | nothing",
            "!",
            "!best",
            "! best",
            "|",
            "(",
            ")",
            "()",
            "(best",
            "^best",
            "^",
            "{",
            "{things}",
            "best:*",
            "best:A",
            "<->",
            "best <-> of",
            "@",
            "#",
            "\\",
            "best\\",
            "\0",
            "b\0est",
            "\uD83D",
            "a\uD83D",
            ";",
            "best; DROP TABLE entry; --",
            "--",
            "/* */ best",
            "?",
            "?1",
            "$1",
            ":query",
            "null",
            "true",
            "rowid",
            "rank",
            "abc",
            "bom",
            "zero",
            "zerowidth",
            "width",
            "softhyphen",
            "hyphen",
            "non breaking",
            "…",
            " ",
            "\t\n",
            "");

    @Test
    default void findsTheTextsThatHaveAWordBeginningWithEachOfTheQuerys() {
        Map<String, String> ids = new LinkedHashMap<>();
        TEXTS.forEach(text -> ids.put(asked(ANN, text), text));

        for (String query : QUERIES) {
            assertThat(found(ANN, query))
                    .as(shown(query))
                    .extracting(entry -> shown(ids.get(entry.id())))
                    .containsExactlyInAnyOrderElementsOf(TEXTS.stream()
                            .filter(text -> has(text, query))
                            .map(SearchWordsContract::shown)
                            .toList());
        }
    }

    /** The same in plain words, for those that matter most. */
    @TestFactory
    default Stream<DynamicTest> findsWhatAPersonWouldExpect() {
        return Stream.of(
                        new Expected("How much GST do I owe?", "gst", true),
                        new Expected("How much GST do I owe?", "OWE much", true),
                        new Expected("How much GST do I owe?", "owed", false),
                        new Expected("How much GST do I owe?", "ow", true),
                        new Expected("How much GST do I owe?", "we", false),
                        new Expected("Café Müller owes $1,234.50", "cafe muller", true),
                        new Expected("Cafe Muller owes $1,234.50", "CAFÉ MÜLLER", true),
                        new Expected("Café Müller owes $1,234.50", "$1,234.50", true),
                        new Expected("Café Müller owes $1,234.50", "1234", false),
                        new Expected("Café Müller owes $1,234.50", "1,23", true),
                        new Expected("The receipt 🧾 is here", "🧾", false),
                        new Expected("The receipt 🧾 is here", "🧾 receipt", true),
                        new Expected("The best of all", "\"all of best\"", true),
                        new Expected("The best of all", "be* AND", false),
                        new Expected("請求書を送る", "請求", true),
                        new Expected("請求書を送る", "送る", false))
                .map(expected -> dynamicTest(expected.toString(), () -> {
                    AccountId account = new AccountId("ann " + Samples.id());
                    asked(account, expected.text());
                    assertThat(found(account, expected.query())).hasSize(expected.found() ? 1 : 0);
                }));
    }

    record Expected(String text, String query, boolean found) {}

    private String asked(AccountId account, String text) {
        Run run = run(stored(stores(), account), 1);
        Entry question = question(run, text);
        stores().runs().begin(account, run, question);
        return question.id();
    }

    private List<Entry> found(AccountId account, String query) {
        return Pages.all(cursor -> stores().entries().search(account, query, cursor, 100)).stream()
                .map(FoundEntry::entry)
                .toList();
    }

    private static boolean has(String text, String query) {
        Set<String> words = SearchWords.of(text);
        Set<String> sought = SearchWords.of(query);
        return !sought.isEmpty()
                && sought.stream().allMatch(begins -> words.stream().anyMatch(word -> word.startsWith(begins)));
    }

    private static String shown(String text) {
        return text.codePoints()
                .mapToObj(point -> point < 0x20 || Character.getType(point) == Character.SURROGATE
                        ? "<%X>".formatted(point)
                        : Character.toString(point))
                .reduce("", String::concat);
    }
}
