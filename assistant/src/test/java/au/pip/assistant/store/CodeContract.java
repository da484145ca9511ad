package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.store.CodeStore.Code;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface CodeContract extends OpenedStores {
    @Test
    default void givesACodesPayloadOnce() {
        stores().codes().put(ANN, code("hash", 60));

        assertThat(reopen().codes().consume(ANN, "xero-state", "hash", at(10))).contains("{\"of\":\"hash\"}");

        assertThat(stores().codes().consume(ANN, "xero-state", "hash", at(10))).isEmpty();
        assertThat(reopen().codes().consume(ANN, "xero-state", "hash", at(10))).isEmpty();
    }

    @Test
    default void ofFiftyCallersExactlyOneGetsThePayload() throws Exception {
        stores().codes().put(ANN, code("hash", 60));

        List<Optional<String>> outcomes =
                Race.of(50, caller -> stores().codes().consume(ANN, "xero-state", "hash", at(10)));

        assertThat(outcomes).filteredOn(Optional::isPresent).containsExactly(Optional.of("{\"of\":\"hash\"}"));
    }

    @Test
    default void givesNothingFromTheInstantACodeExpires() {
        stores().codes().put(ANN, code("hash", 60));

        assertThat(stores().codes().consume(ANN, "xero-state", "hash", at(600))).isEmpty();
        assertThat(stores().codes().consume(ANN, "xero-state", "hash", at(60))).isEmpty();
        assertThat(stores().codes().consume(ANN, "xero-state", "hash", at(60).minusMillis(1)))
                .isPresent();
    }

    @Test
    default void givesNothingForAnotherKindOrHash() {
        stores().codes().put(ANN, code("hash", 60));

        assertThat(stores().codes().consume(ANN, "invitation", "hash", at(10))).isEmpty();
        assertThat(stores().codes().consume(ANN, "xero-state", "HASH", at(10))).isEmpty();
        assertThat(stores().codes().consume(ANN, "xero-state", "", at(10))).isEmpty();
        assertThat(stores().codes().consume(BOB, "xero-state", "hash", at(10))).isEmpty();
        assertThat(stores().codes().consume(ANN, "xero-state", "hash", at(10))).isPresent();
    }

    @Test
    default void refusesACodeThatIsThereUsedOrNot() {
        stores().codes().put(ANN, code("hash", 60));
        Code again = new Code("xero-state", "hash", "{}", at(90));

        assertThatIllegalArgumentException().isThrownBy(() -> stores().codes().put(ANN, again));
        assertThat(stores().codes().consume(ANN, "xero-state", "hash", at(10))).contains("{\"of\":\"hash\"}");
        assertThatIllegalArgumentException().isThrownBy(() -> stores().codes().put(ANN, again));
        assertThat(stores().codes().consume(ANN, "xero-state", "hash", at(10))).isEmpty();
    }

    @Test
    default void keepsKindsAndHashesApart() {
        for (String mark : List.of("|", "#", "/", ":", " ", "%", "\0")) {
            stores().codes().put(ANN, new Code("a", "b" + mark + "c", "one", at(60)));
            stores().codes().put(ANN, new Code("a" + mark + "b", "c", "two", at(60)));
            stores().codes().put(BOB, new Code("a", "b" + mark + "c", "three", at(60)));

            assertThat(stores().codes().consume(ANN, "a", "b" + mark + "c", at(10)))
                    .contains("one");
            assertThat(stores().codes().consume(ANN, "a" + mark + "b", "c", at(10)))
                    .contains("two");
            assertThat(stores().codes().consume(BOB, "a", "b" + mark + "c", at(10)))
                    .contains("three");
        }
    }

    @Test
    default void forgetsWhatExpiredBeforeThenWhoeversItWas() {
        stores().codes().put(ANN, code("used", 10));
        stores().codes().consume(ANN, "xero-state", "used", at(1));
        stores().codes().put(ANN, code("not used", 20));
        stores().codes().put(BOB, code("not used", 29));
        stores().codes().put(ANN, code("just then", 30));
        stores().codes().put(ANN, code("later", 31));

        assertThat(stores().codes().forget(at(30))).isEqualTo(3);
        assertThat(stores().codes().forget(at(30))).isZero();

        reopen();
        assertThat(stores().codes().consume(ANN, "xero-state", "not used", at(1)))
                .isEmpty();
        assertThat(stores().codes().consume(ANN, "xero-state", "just then", at(1)))
                .isPresent();
        assertThat(stores().codes().consume(ANN, "xero-state", "later", at(1))).isPresent();
    }

    @Test
    default void whatWasForgottenCanBePutAgain() {
        stores().codes().put(ANN, code("hash", 10));
        stores().codes().consume(ANN, "xero-state", "hash", at(1));
        stores().codes().forget(at(30));

        stores().codes().put(ANN, code("hash", 60));

        assertThat(stores().codes().consume(ANN, "xero-state", "hash", at(40))).isPresent();
    }

    @Test
    default void forgetsManyAtOnce() {
        for (int number = 0; number < 230; number++) {
            stores().codes().put(number % 2 == 0 ? ANN : BOB, code("hash " + number, 10));
        }

        assertThat(stores().codes().forget(at(11))).isEqualTo(230);
        assertThat(Contents.of(stores(), Noun.CODE)).isEmpty();
    }

    private static Code code(String hash, long expires) {
        return new Code("xero-state", hash, "{\"of\":\"" + hash + "\"}", at(expires));
    }
}
