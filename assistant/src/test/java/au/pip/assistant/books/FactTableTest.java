package au.pip.assistant.books;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactTableTest {
    private static final Period DAY = Period.day(LocalDate.of(2026, 11, 23));
    private static final Period MONTH = Period.month(YearMonth.of(2026, 10));

    private static Fact fact(int number, String measure, String subject, Period period, @Nullable Basis basis) {
        Source source = new Source("Hume Joinery", "Invoices", List.of(), 1, null, Instant.EPOCH, "0a");
        return new Fact("F" + number, measure, subject, period, basis, new Value.Count(number), source, null);
    }

    @Test
    void saysASubjectAndAPeriodOnceForTheRowsThatShareThem() {
        String table = FactTable.table(List.of(
                fact(1, "overdue", "Acme", DAY, null),
                fact(2, "days overdue", "Acme", DAY, null),
                fact(3, "overdue", "Bolt", DAY, null),
                fact(4, "net profit", "Bolt", MONTH, Basis.CASH),
                fact(5, "net profit", "Acme", DAY, Basis.CASH)));

        assertThat(table).isEqualTo("""
                        id | measure | subject | period | value (empty: as above)
                        F1 | overdue | Acme | 23 Nov 2026 | 1
                        F2 | days overdue | | | 2
                        F3 | overdue | Bolt | | 3
                        F4 | net profit (cash) | | October 2026 | 4
                        F5 | net profit (cash) | Acme | 23 Nov 2026 | 5
                        """);
    }

    @Test
    void beginsEachListWithAWholeRow() {
        Fact fact = fact(7, "overdue", "Acme", DAY, null);
        String told = "Its facts, usable by id (empty: as above):\nF7 | overdue | Acme | 23 Nov 2026 | 7\n";
        assertThat(FactTable.usable("Its facts", List.of(fact))).isEqualTo(told);
        assertThat(FactTable.usable("Its facts", List.of(fact))).isEqualTo(told);
    }

    @Test
    void doesNotLetANameThatCannotBeSeenPassForTheOneAbove() {
        String table = FactTable.table(
                List.of(fact(1, "overdue", "Acme", DAY, null), fact(2, "overdue", "\u200B {}", DAY, null)));
        assertThat(table).contains("\nF2 | overdue | – | | 2\n");
    }
}
