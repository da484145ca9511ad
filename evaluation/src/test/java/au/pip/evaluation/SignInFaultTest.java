package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.store.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fills up as a sign-in ends. */
class SignInFaultTest {
    private static final AccountId ANN = new AccountId("ann");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ReplyStore.forget", "AuditLog.append"})
    void anOrganisationThatIsStoredKeepsItsTokens(String call) throws Exception {
        try (SignInPip pip = new SignInPip(folder)) {
            pip.stores.fail(call, 1);

            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> pip.connect(ANN));

            Connection stored = pip.organisations.all(ANN).getFirst();
            assertThat(pip.tokens.of(ANN, stored.signInId()).token()).isNotEmpty();
            assertThat(pip.connect(ANN)).extracting(Connection::id).containsExactly(stored.id());
        }
    }

    @Test
    void tokensThatNothingRestsOnGo() throws Exception {
        try (SignInPip pip = new SignInPip(folder)) {
            pip.stores.fail("ConnectionStore.put", 1);

            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> pip.connect(ANN));

            assertThat(pip.organisations.all(ANN)).isEmpty();
            assertThat(pip.stores.secrets().page(null, 10).items())
                    .singleElement()
                    .satisfies(each -> assertThat(each.secret().sealed()).isEqualTo("removed"));
        }
    }
}
