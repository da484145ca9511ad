package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HowToTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How do I reconcile?| reconcile",
                "How do I undo a reconciliation?| undo-reconcile",
                "What is a lock date?| lock-dates",
                "Why isn't this invoice paid?| why-not-paid",
                "Why does INV-0012 still show as awaiting payment?| why-not-paid",
                "How do I record a partial payment?| mark-paid",
                "What's the difference between void and delete?| void-delete",
                "How do I set up a repeating invoice?| repeating-invoices",
                "How do bank rules work?| bank-rules",
                "Where do I change my GST basis?| gst-settings",
                "Which tax rate is for GST free sales?| tax-rates",
                "How can I add a user?| add-user",
                "How do I give my accountant access?| add-user",
                "How do I connect a bank feed?| bank-feed",
                "How do I import a CSV from my bank?| import-statement",
                "How do I apply a credit note?| credit-notes",
                "Where do I find the profit and loss?| find-reports",
                "Where is the aged receivables report?| find-reports",
                "How do I attach a receipt?| attach-files",
                "How do I merge duplicate contacts?| duplicate-contacts",
                "How do I record a transfer to savings?| transfers",
                "Can I recode many transactions at once?| find-recode",
                "Where do I put opening balances?| opening-balances"
            })
    void findsTheNoteByItsWords(String question, String name) {
        assertThat(HowToNotes.find(question))
                .first()
                .extracting(HowToNote::name)
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I make more profit?",
                "Why is my cash so low?",
                "How do I hire somebody?",
                "Where is the bank?",
                "What can I spend?"
            })
    void findsNoneWhereTooLittleIsShared(String question) {
        assertThat(HowToNotes.find(question)).isEmpty();
    }

    /** A digit in a note would stand in an answer with nothing behind it. */
    @Test
    void holdsNotesOfAFewPlainSentencesWithoutFigures() {
        assertThat(HowToNotes.ALL).hasSizeBetween(15, 25).allSatisfy(note -> {
            assertThat(note.text().split("(?<=\\.)\\s")).as(note.name()).hasSizeBetween(3, 8);
            assertThat(note.text() + note.title() + note.name()).doesNotContainPattern("[0-9|{}]");
            assertThat(note.written()).isAfter(LocalDate.of(2026, 1, 1));
            assertThat(note.words()).hasSizeGreaterThan(5).allMatch(word -> word.matches("[a-z']+"));
        });
    }

    @Test
    void answersFromTheNoteWithTheDayItWasChecked() throws InterruptedException {
        try (ServedBooks books = new ServedBooks()) {
            ToolResult result = books.ask("how_to", Map.of("question", "How do I reconcile?"));

            assertThat(result.content())
                    .contains("Each statement line from your bank stands on the left", "Xero's screens change")
                    .contains("F1 | note written | the note reconcile | 28 Nov 2026 | 28 Nov 2026");
        }
    }

    @Test
    void saysThatItDoesNotKnowAndWhereToAsk() throws InterruptedException {
        try (ServedBooks books = new ServedBooks()) {
            ToolResult result = books.ask("how_to", Map.of("question", "How do I bake bread?"));

            assertThat(result.failed()).isFalse();
            assertThat(result.content()).contains("I don't know", "central.xero.com");
            assertThat(books.facts.size()).isZero();
        }
    }
}
