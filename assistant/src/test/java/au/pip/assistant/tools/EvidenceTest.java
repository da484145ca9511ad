package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.Source;
import au.pip.xero.XeroReply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    /** One of them may have been kept for a while, and what came after it is not in the figure. */
    @Test
    void isAsOldAsTheOldestOfItsReplies() {
        Instant early = Instant.parse("2026-11-23T00:01:00Z");
        XeroReply<String> invoices = new XeroReply<>("", early.plusSeconds(240), "aa", "Invoices");
        XeroReply<String> bank = new XeroReply<>("", early, "bb", "BankTransactions");
        try (ServedBooks served = new ServedBooks()) {
            Source source = new Evidence(served.books, invoices, bank).of(List.of("1"));

            assertThat(source.fetchedAt()).isEqualTo(early);
            assertThat(source.endpoint()).isEqualTo("Invoices + BankTransactions");
        }
    }
}
