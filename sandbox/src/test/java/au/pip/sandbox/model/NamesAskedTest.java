package au.pip.sandbox.model;

import static au.pip.sandbox.model.QuestionsTest.ask;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.json.Json;
import au.pip.sandbox.model.QuestionsTest.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions of somebody by name, who is in the books or not. */
class NamesAskedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Which bills from Yarra Vale Supplies are overdue?     | bills | Yarra Vale Supplies | overdue
                    Which invoices to Stonefruit Vet Clinic are overdue?  | sales | Stonefruit Vet Clinic | overdue
                    Are any bills from Yarra Vale Supplies overdue?       | bills | Yarra Vale Supplies | overdue
                    What bills from Bank of Melbourne are unpaid?         | bills | Bank of Melbourne | open
                    Which bills from Acme have I not paid?                | bills | Acme | open
                    Which bills from Acme I haven't paid?                 | bills | Acme | open
                    Is the bill from Yarra Vale Supplies paid?            | bills | Yarra Vale Supplies | open
                    Show me the unpaid invoices for Acme 5000 please      | sales | Acme 5000 | open
                    Which invoices to Bill Drafts & Co., are overdue?     | sales | Bill Drafts & Co. | overdue
                    Which bills from Zanzibar Freight Brokers are overdue | bills | Zanzibar Freight Brokers | overdue
                    """)
    void endsANameWhereTheSentenceGoesOn(String question, String kind, String contact, String status) {
        Talk talk = ask(question);

        assertThat(Json.parseObject(talk.arguments()))
                .isEqualTo(Json.parseObject(
                        "{\"kind\":\"%s\",\"contact\":\"%s\",\"status\":\"%s\"}".formatted(kind, contact, status)));
        assertThat(talk.answer()).doesNotContain("narrow");
    }

    @Test
    void readsThePeriodBehindAName() {
        Talk talk = ask("Show bills from Yarra Vale Supplies since August");

        assertThat(Json.parseObject(talk.arguments()))
                .isEqualTo(Json.parseObject("{\"kind\":\"bills\",\"contact\":\"Yarra Vale Supplies\","
                        + "\"period\":\"2026-08-01..2026-11-23\"}"));
        assertThat(talk.answer()).doesNotContain("narrow");
    }

    @Test
    void listsTheLargestFirstWhereItIsAskedFor() {
        assertThat(ask("What's the biggest unpaid bill?").answer())
                .startsWith("Open bills, all suppliers, the largest first:\n\n- B-3 Timber Co: {F4}")
                .doesNotContain("narrow");
    }

    @ParameterizedTest
    @CsvSource({
        "How much does Telstra owe me?, Telstra",
        "How much do I owe Zanzibar Freight Pty Ltd?, Zanzibar Freight"
    })
    void saysThatANameIsNotInTheBooks(String question, String name) {
        assertThat(ask(question).answer())
                .isEqualTo(name + " is not in the books of Hume Joinery: no customer or supplier has that name."
                        + "\n\nFrom the books of Hume Joinery.");
    }

    @Test
    void readsNoOtherBooks() {
        assertThat(ask("How much profit did Kangaroo Cafe make?").answer())
                .startsWith("I can only read the books of Hume Joinery, not those of Kangaroo Cafe.");
        assertThat(ask("How much profit did Kangaroo Cafe make last month?").answer())
                .startsWith("I can only read the books of Hume Joinery, not those of Kangaroo Cafe.");
        assertThat(ask("How much profit did Hume Joinery make?").answer()).startsWith(OfflineWords.WHICH_PERIOD);
        assertThat(ask("How much profit did I make last month?").answer()).startsWith("Your net profit");
    }

    @Test
    void saysThatAllContactsAreMoreThanWasAskedFor() {
        assertThat(ask("Who are my customers?").answer()).doesNotContain("narrow");
        assertThat(ask("Which of my customers is the happiest?").answer()).contains("can't narrow that down");
    }
}
