package au.pip.xero.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void asksToWriteDraftsInPlaceOfReadingThem() {
        Set<String> granular = Scopes.withDrafts(Scopes.ofPerson(""));
        Set<String> broad = Scopes.withDrafts(Scopes.ofApp("broad"));

        assertThat(granular)
                .contains("accounting.contacts", "accounting.invoices", "accounting.payments.read", "offline_access")
                .doesNotContain("accounting.contacts.read", "accounting.invoices.read", "accounting.transactions")
                .hasSameSizeAs(Scopes.ofPerson(""));
        assertThat(broad)
                .contains("accounting.contacts", "accounting.transactions")
                .doesNotContain("accounting.transactions.read", "accounting.invoices");
        for (Set<String> asked : List.of(granular, broad)) {
            assertThat(Scopes.allow(asked, "accounting.invoices")).isTrue();
            assertThat(Scopes.allowWriting(asked, "accounting.invoices")).isTrue();
            assertThat(Scopes.allowWriting(asked, "accounting.contacts")).isTrue();
        }
    }

    @Test
    void readingIsNoLeaveToWrite() {
        for (Set<String> granted : List.of(Scopes.ofPerson(""), Scopes.ofPerson("broad"), Set.<String>of())) {
            assertThat(Scopes.allowWriting(granted, "accounting.invoices")).isFalse();
            assertThat(Scopes.allowWriting(granted, "accounting.contacts")).isFalse();
        }
    }
}
