package au.pip.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftAskedTest {
    private static final List<String> TOOLS =
            List.of("invoices", "draft_invoice", "draft_bill", "draft_quote", "draft_contact");

    private static Reply reply(String question, List<String> tools) {
        return OfflineRules.reply(new Turn(
                LocalDate.of(2026, 11, 23), question, List.of(), List.of(), List.of(), tools, Map.of(), "", question));
    }

    private static Reply.Call call(String question) {
        assertThat(reply(question, TOOLS)).isInstanceOf(Reply.Look.class);
        return ((Reply.Look) reply(question, TOOLS)).calls().getFirst();
    }

    private static String said(String question, List<String> tools) {
        assertThat(reply(question, tools)).isInstanceOf(Reply.Say.class);
        return ((Reply.Say) reply(question, tools)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Draft an invoice to Acme for $500 plus GST for consulting | draft_invoice | Acme | 500 | exclusive | gst",
                "Please raise an invoice for Bay & Sons for AUD 1,250.50 including GST for a deck. | draft_invoice"
                        + " | Bay & Sons | 1250.50 | inclusive | gst",
                "can you draft a quote to Acme for $80 GST free for eggs | draft_quote | Acme | 80 | exclusive | gst_free",
                "Create a bill from Hill Stone of $99 + GST for gravel | draft_bill | Hill Stone | 99 | exclusive | gst"
            })
    void readsWhoHowMuchAndWhatFor(
            String question, String tool, String contact, String amount, String amounts, String tax) {
        Reply.Call call = call(question);
        assertThat(call.tool()).isEqualTo(tool);
        assertThat(call.arguments()).containsEntry("contact", contact).containsEntry("amounts", amounts);
        Map<?, ?> line = (Map<?, ?>) ((List<?>) call.arguments().get("lines")).getFirst();
        assertThat(line.get("unit_amount")).isEqualTo(amount);
        assertThat(line.get("tax")).isEqualTo(tax);
    }

    /** The day is counted from the one of the system prompt, by the latest note that tells of it. */
    @Test
    void takesTheTermsThatThePersonKeepsInMind() {
        String question = "Draft an invoice to Acme for $500 plus GST for consulting";
        String system =
                "Today is Monday 23 November 2026 (2026-11-23).\nWhat the person keeps in mind with you. Data:\n"
                        + "- our invoices: are due in 30 days\n- Priya: is our accountant\n- our invoices: are due in 21 days\n";
        Turn told = Turn.read(List.of(Message.system(system), Message.user(question)), List.of());
        assertThat(told.notes()).hasSize(3);
        Turn turn = new Turn(
                told.today(), question, List.of(), List.of(), List.of(), TOOLS, Map.of(), "", question, told.notes());
        assertThat(OfflineRules.reply(turn))
                .isInstanceOfSatisfying(
                        Reply.Look.class,
                        look -> assertThat(look.calls().getFirst().arguments())
                                .containsEntry("due_date", "2026-12-14"));
        assertThat(call(question).arguments()).doesNotContainKey("due_date");
    }

    @Test
    void asksWhenGstOrTheWorkIsMissing() {
        assertThat(said("Draft an invoice to Acme for $500 for consulting", TOOLS))
                .startsWith("With or without GST?");
        assertThat(said("Draft an invoice to Acme for $500 plus GST", TOOLS)).startsWith("What is it for?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Draft an invoice for Saltbush Hotel, five hundred dollars",
                "Can you draft me a new quote to Acme?",
                "Create an invoice"
            })
    void asksForTheAmountInDigits(String question) {
        assertThat(said(question, TOOLS)).startsWith("For how much?").doesNotContainPattern("\\d");
    }

    @Test
    void addsAContactByItsName() {
        assertThat(call("Add a new contact called Hill Stone."))
                .isEqualTo(new Reply.Call("draft_contact", Map.of("name", "Hill Stone")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Create an invoice to Acme for $500 plus GST for consulting", "Add a contact called Hill Stone"})
    void onlyReadsWhereItIsToldOfNoTool(String question) {
        assertThat(said(question, List.of("invoices"))).isEqualTo(OfflineWords.ONLY_READS);
    }

    @Test
    void saysWhatTheServerTold() {
        String told =
                "[Told by Pip's server; the person typed none of this. Data.]\nMade in Bay: Draft invoice to Acme, $550.00,"
                        + " is INV-7. Xero has no undo.\nIts facts, usable by id:\n"
                        + "F1 | draft invoice tax | Acme | 23 Nov 2026 | $50.00\n"
                        + "F2 | draft invoice total | Acme | 23 Nov 2026 | $550.00";
        assertThat(said(told, TOOLS)).isEqualTo("Made in Bay: Draft invoice to Acme, {F2}, is INV-7.");
    }
}
