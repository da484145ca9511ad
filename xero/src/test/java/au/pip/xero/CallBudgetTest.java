package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.pip.xero.FakeXero.Reply;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
    private static final String NO_RATES = "{\"TaxRates\":[]}";

    /** Says what a test tells it, and grants all else. */
    private static final class Told implements CallBudget {
        final Deque<Turn> turns = new ArrayDeque<>();
        final List<XeroLimits> seen = new CopyOnWriteArrayList<>();
        int taken;

        @Override
        public Turn take(String tenantId) {
            taken++;
            return turns.isEmpty() ? new Turn.Granted() : turns.removeFirst();
        }

        @Override
        public void seen(String tenantId, XeroLimits limits) {
            seen.add(limits);
        }
    }

    private final FakeXero xero = new FakeXero();
    private final Told budget = new Told();

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void makesNoCallWhenTheDaysAreGoneAndTellsWhenTheyAreBackWhereTheOrganisationIs() {
        Instant now = Instant.parse("2026-11-23T01:00:00Z");
        xero.on("Organisation", """
                {"Organisations":[{"OrganisationID":"b2c885a9-4bb9-4a00-9b6e-6c2bf60b1a2b","Name":"Swan Tiling","BaseCurrency":"AUD","Timezone":"WAUSTRALIASTANDARDTIME"}]}""").on("TaxRates", NO_RATES);
        try (XeroHttp http = new XeroHttp(xero.settings(), budget, () -> now)) {
            XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);
            api.organisation();
            budget.turns.add(new CallBudget.Turn.Refused(XeroLimit.OWN_DAY, Instant.parse("2026-11-23T07:40:00Z")));

            XeroException.RateLimited refused = catchThrowableOfType(XeroException.RateLimited.class, api::taxRates);

            assertThat(refused)
                    .hasMessageStartingWith(
                            "The number of Xero calls a day that is set for this organisation (XERO_DAILY_CALLS) is used up; it resets at 3:40")
                    .hasMessageContaining("AWST");
            assertThat(refused.which()).isEqualTo(XeroLimit.OWN_DAY);
            assertThat(refused.resetAt()).isEqualTo(Instant.parse("2026-11-23T07:40:00Z"));
            assertThat(xero.seen).hasSize(1);
        }
    }

    @Test
    void waitsForAMomentThatIsNearAndAsksAgain() {
        xero.on("TaxRates", NO_RATES);
        try (XeroHttp http = new XeroHttp(xero.settings(), budget)) {
            budget.turns.add(new CallBudget.Turn.Refused(
                    XeroLimit.OWN_PACE, Instant.now().plusMillis(80)));

            new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT).taxRates();
        }

        assertThat(budget.taken).isEqualTo(2);
        assertThat(xero.seen).hasSize(1);
    }

    @Test
    void tellsWhatXeroSaysOfTheDayAndOfItsEnd() {
        xero.on(
                "TaxRates",
                Reply.of(200, "application/json", NO_RATES, "X-DayLimit-Remaining", "912"),
                Reply.of(
                        429,
                        "text/plain",
                        "",
                        "X-Rate-Limit-Problem",
                        "day",
                        "Retry-After",
                        "7200",
                        "X-DayLimit-Remaining",
                        "0"));
        Instant now = Instant.parse("2026-11-23T01:00:00Z");
        try (XeroHttp http = new XeroHttp(xero.settings(), budget, () -> now)) {
            XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);
            api.taxRates();
            assertThat(catchThrowableOfType(XeroException.RateLimited.class, api::taxRates)
                            .which())
                    .isEqualTo(XeroLimit.DAY);
        }

        assertThat(budget.seen)
                .containsExactly(
                        new XeroLimits(912, null, null, null, now),
                        new XeroLimits(0, null, null, now.plusSeconds(7200), now));
    }

    @Test
    void callsAboutTheSignInAreInNoOrganisationsBudget() {
        xero.on("/connections", "[]");
        try (XeroHttp http = new XeroHttp(xero.settings(), budget)) {
            XeroApi.connections(http, () -> FakeXero.TOKEN);
        }

        assertThat(budget.taken).isZero();
    }
}
