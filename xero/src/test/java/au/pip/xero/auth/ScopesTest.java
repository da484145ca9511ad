package au.pip.xero.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopesTest {
    @Test
    void asksForReadingOnlyAndForATokenToRenewWith() {
        Set<String> scopes = Scopes.ofPerson("");

        assertThat(scopes)
                .contains("offline_access", "accounting.invoices.read", "accounting.reports.profitandloss.read");
        assertThat(scopes)
                .filteredOn(scope -> scope.startsWith("accounting."))
                .allMatch(scope -> scope.endsWith(".read"));
        assertThat(scopes).doesNotContain("accounting.transactions.read", "accounting.reports.read");
        assertThat(Scopes.ofPerson("granular")).isEqualTo(scopes);
    }

    @Test
    void asksForTheBroadOnesOrForThoseThatASettingNames() {
        assertThat(Scopes.ofPerson("broad")).contains("accounting.transactions.read", "accounting.reports.read");
        assertThat(Scopes.ofPerson(" accounting.settings.read, accounting.invoices "))
                .containsExactly(
                        "openid",
                        "profile",
                        "email",
                        "offline_access",
                        "accounting.settings.read",
                        "accounting.invoices");
    }

    @Test
    void asksForNothingOfAPersonsWithoutAPerson() {
        assertThat(Scopes.ofApp("")).doesNotContain("openid", "profile", "email", "offline_access");
    }

    @Test
    void takesAGrantInItsPresentItsReadingAndItsFormerForm() {
        assertThat(Scopes.allow(Set.of("accounting.invoices.read"), "accounting.invoices"))
                .isTrue();
        assertThat(Scopes.allow(Set.of("accounting.invoices"), "accounting.invoices"))
                .isTrue();
        assertThat(Scopes.allow(Set.of("accounting.transactions.read"), "accounting.invoices"))
                .isTrue();
        assertThat(Scopes.allow(Set.of("accounting.reports.read"), "accounting.reports.trialbalance"))
                .isTrue();
        assertThat(Scopes.allow(Set.of("accounting.payments.read"), "accounting.invoices"))
                .isFalse();
        assertThat(Scopes.allow(Set.of("accounting.transactions.read"), "accounting.contacts"))
                .isFalse();
        assertThat(Scopes.allow(Set.of(), "accounting.settings")).isFalse();
    }
}
