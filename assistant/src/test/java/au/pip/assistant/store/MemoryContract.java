package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Memory;
import org.junit.jupiter.api.Test;

interface MemoryContract extends OpenedStores {
    @Test
    default void keepsTheLastMemoryOfEachAccount() {
        assertThat(stores().memory().find(ANN)).isEmpty();

        stores().memory().put(ANN, new Memory("Cash basis.", at(1)));
        stores().memory().put(BOB, new Memory("Accrual basis.", at(2)));
        stores().memory().put(ANN, new Memory("Cash basis; files quarterly.", at(3)));

        assertThat(reopen().memory().find(ANN)).contains(new Memory("Cash basis; files quarterly.", at(3)));
        assertThat(stores().memory().find(BOB)).contains(new Memory("Accrual basis.", at(2)));
    }

    @Test
    default void replacesAMemoryOnlyAsItWasSeen() {
        Memory first = new Memory("Cash basis.", at(1));
        Memory second = new Memory("Cash basis; files quarterly.", at(2));

        assertThat(stores().memory().replace(ANN, first, second)).isFalse();
        assertThat(stores().memory().find(ANN)).isEmpty();
        assertThat(stores().memory().replace(ANN, null, first)).isTrue();
        assertThat(stores().memory().replace(ANN, null, second)).isFalse();
        assertThat(stores().memory().replace(ANN, second, first)).isFalse();
        assertThat(stores().memory().replace(ANN, first, second)).isTrue();
        assertThat(stores().memory().replace(ANN, first, new Memory("Too late.", at(3))))
                .isFalse();

        assertThat(reopen().memory().find(ANN)).contains(second);
        assertThat(stores().memory().find(BOB)).isEmpty();
    }
}
