package au.pip.assistant.store.spi;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HoldsTextTest {
    @Property(tries = 500)
    void readsBackWhatItWrote(@ForAll("holds") List<Hold> holds) {
        assertThat(HoldsText.read(HoldsText.written(holds))).isEqualTo(holds);
    }

    /** Written rows are compared text by text, so this may not change. */
    @Test
    void writesTheSameTextForEver() {
        List<Hold> holds = List.of(
                new Hold(new AccountId("ann"), "month 2026-11", Unit.NANO_DOLLAR, 40, 1000),
                new Hold(AccountId.SERVER, "day \"é\"", Unit.TOKEN, 0, Long.MAX_VALUE));

        assertThat(HoldsText.written(holds))
                .isEqualTo("[{\"owner\":\"ann\",\"budget\":\"month 2026-11\",\"unit\":\"NANO_DOLLAR\",\"amount\":40,"
                        + "\"limit\":1000},{\"owner\":\"server\",\"budget\":\"day \\\"é\\\"\",\"unit\":\"TOKEN\","
                        + "\"amount\":0,\"limit\":9223372036854775807}]");
        assertThat(HoldsText.written(List.of())).isEqualTo("[]");
    }

    @Provide
    Arbitrary<List<Hold>> holds() {
        Arbitrary<String> names = Arbitraries.strings().all().ofMaxLength(10);
        Arbitrary<Long> amounts = Arbitraries.longs().greaterOrEqual(0);
        return Combinators.combine(names, names, Arbitraries.of(Unit.class), amounts, amounts)
                .as((owner, budget, unit, amount, limit) -> new Hold(new AccountId(owner), budget, unit, amount, limit))
                .list()
                .ofMaxSize(10);
    }
}
