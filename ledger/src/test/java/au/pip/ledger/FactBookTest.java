package au.pip.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactBookTest {
    private static final Period DAY = Period.day(LocalDate.of(2026, 11, 23));

    private final FactBook book = new FactBook();

    private Fact add(String endpoint, Instant at, String digest, String... ids) {
        Source source = new Source("Org", endpoint, List.of(ids), ids.length, null, at, digest);
        return book.add("owed", "all customers", DAY, null, new Value.Amount(Money.aud(100)), source);
    }

    @Test
    void putsTheRecordsOfAllInputsBehindADerivedFact() {
        Fact sales = add("Invoices", Instant.ofEpochSecond(20), "aa", "i1", "i2");
        Fact purchases = add("Bills", Instant.ofEpochSecond(10), "bb", "i2", "b1");
        Fact net = book.derive(
                "net", "the business", DAY, null, new Value.Amount(Money.aud(0)), new Formula.Difference("F1", "F2"));
        assertThat(net.source().recordIds()).containsExactly("i1", "i2", "b1");
        assertThat(net.source().records()).isEqualTo(3);
        assertThat(net.source().endpoint()).isEqualTo("Invoices+Bills");
        assertThat(net.source().digest()).isEqualTo("aa+bb");
        assertThat(net.source().fetchedAt()).isEqualTo(purchases.source().fetchedAt());
        assertThat(sales.isDerived()).isFalse();
        assertThat(net.isDerived()).isTrue();
    }

    @Test
    void goesOnNumberingAfterEarlierFacts() {
        add("Invoices", Instant.EPOCH, "aa", "i1");
        FactBook later = new FactBook(book.all(), 7);
        assertThat(later.add(
                                "x",
                                "y",
                                DAY,
                                null,
                                new Value.Count(1),
                                book.require("F1").source())
                        .id())
                .isEqualTo("F8");
    }

    @Test
    void refusesAFormulaOverFactsThatAreNotThere() {
        assertThatThrownBy(() -> book.derive("x", "y", DAY, null, new Value.Count(1), new Formula.Sum(List.of("F1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
