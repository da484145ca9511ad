package au.pip.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTest {
    @Test
    void readsAnEmptyCellAsThatOfTheRowAbove() {
        assertThat(Row.read("""
                        id | measure | subject | period | value (empty: as above)
                        F1 | overdue | Acme | 23 Nov 2026 | $5.00
                        F2 | days overdue | | | 48
                        F3 | overdue | Bolt | | -$2.00
                        """))
                .containsExactly(
                        new Row("F1", "overdue", "Acme", "23 Nov 2026", "$5.00"),
                        new Row("F2", "days overdue", "Acme", "23 Nov 2026", "48"),
                        new Row("F3", "overdue", "Bolt", "23 Nov 2026", "-$2.00"));
    }
}
