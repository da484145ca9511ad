package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.xero.FakeXero.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One call that makes a draft, byte for byte, and how a permit bounds it. */
class XeroDraftsTest {
    private static final String ACCOUNT = "ann";
    private static final String ELSEWHERE = "99999999-2222-3333-4444-555555555555";
    private static final String APPROVAL = "01970000-0000-7000-8000-000000000001";
    private static final String ID = "bbbbbbbb-0000-0000-0000-000000000002";
    private static final String MADE =
            "{\"Invoices\":[{\"InvoiceID\":\"" + ID + "\",\"InvoiceNumber\":\"INV-0099\",\"Status\":\"DRAFT\"}]}";
    private static final Draft INVOICE = SampleDrafts.all().get(1);

    private final FakeXero xero = new FakeXero();
    private final XeroHttp http = new XeroHttp(xero.settings());
    private final XeroDrafts drafts = new XeroDrafts(http, () -> FakeXero.TOKEN, ACCOUNT, FakeXero.TENANT);

    @AfterEach
    void close() {
        http.close();
        xero.close();
    }

    @Test
    void sendsOneDraftUnderItsKey() {
        xero.on("Invoices", MADE);

        XeroReply<Written> reply = drafts.write(INVOICE, permit(INVOICE));

        assertThat(reply.value())
                .isEqualTo(new Written(
                        DraftKind.INVOICE,
                        ID,
                        "INV-0099",
                        MADE.substring("{\"Invoices\":[".length(), MADE.length() - 2)));
        assertThat(xero.seen).singleElement().satisfies(seen -> {
            assertThat(seen.method()).isEqualTo("PUT");
            assertThat(seen.path()).isEqualTo("/api.xro/2.0/Invoices");
            assertThat(seen.rawQuery()).isEqualTo("unitdp=4");
            assertThat(seen.body()).isEqualTo(INVOICE.json());
            assertThat(seen.headers().get("Idempotency-key")).containsExactly("pip-draft-" + APPROVAL);
            assertThat(seen.headers().get("Content-type")).containsExactly("application/json");
            assertThat(seen.headers().get("Xero-tenant-id")).containsExactly(FakeXero.TENANT);
        });
    }

    @Test
    void tellsWhenALimitOfItsOwnStoppedItBeforeAnythingWasSent() {
        CallBudget spent = new CallBudget() {
            @Override
            public Turn take(String tenantId) {
                return new Turn.Refused(XeroLimit.OWN_DAY, Instant.now().plus(Duration.ofHours(3)));
            }

            @Override
            public void seen(String tenantId, XeroLimits limits) {
                // Nothing comes to be seen.
            }
        };
        try (XeroHttp stopped = new XeroHttp(xero.settings(), spent)) {
            XeroDrafts without = new XeroDrafts(stopped, () -> FakeXero.TOKEN, ACCOUNT, FakeXero.TENANT);

            assertThatExceptionOfType(WriteNotSent.class)
                    .isThrownBy(() -> without.write(INVOICE, permit(INVOICE)))
                    .withMessageContaining("is used up");
        }
        assertThat(xero.seen).isEmpty();
    }

    @Test
    void leavesOpenWhatALimitStoppedAfterATryWithoutAnAnswer() {
        AtomicInteger calls = new AtomicInteger();
        CallBudget one = new CallBudget() {
            @Override
            public Turn take(String tenantId) {
                return calls.getAndIncrement() == 0
                        ? new Turn.Granted()
                        : new Turn.Refused(XeroLimit.OWN_DAY, Instant.now().plus(Duration.ofHours(3)));
            }

            @Override
            public void seen(String tenantId, XeroLimits limits) {
                // Xero tells of none.
            }
        };
        xero.on("Invoices", Reply.cut(), Reply.json(MADE));
        try (XeroHttp stopped = new XeroHttp(xero.settings(), one)) {
            XeroDrafts cut = new XeroDrafts(stopped, () -> FakeXero.TOKEN, ACCOUNT, FakeXero.TENANT);

            assertThatExceptionOfType(XeroException.RateLimited.class)
                    .isThrownBy(() -> cut.write(INVOICE, permit(INVOICE)));
        }
        assertThat(xero.seen).hasSize(1);
    }

    @Test
    void triesAgainUnderTheSameKeyAfterAPassingFault() {
        for (Reply fault : List.of(
                Reply.of(502, "text/html", "<HTML>"),
                Reply.of(503, "text/plain", ""),
                Reply.of(504, "text/plain", ""),
                Reply.cut())) {
            xero.seen.clear();
            xero.on("Invoices", fault, Reply.json(MADE));

            assertThat(drafts.write(INVOICE, permit(INVOICE)).value().id()).isEqualTo(ID);

            assertThat(xero.seen).hasSize(2);
            assertThat(xero.seen.stream().map(FakeXero.Seen::body).distinct()).containsExactly(INVOICE.json());
            assertThat(xero.seen.stream()
                            .flatMap(seen -> seen.headers().get("Idempotency-key").stream())
                            .distinct())
                    .containsExactly("pip-draft-" + APPROVAL);
        }
    }

    @Test
    void triesNoMoreWhenThePermitHasRunOut() {
        xero.on("Invoices", exchange -> {
            pause();
            Reply.of(503, "text/plain", "").send(exchange);
        });

        assertThatExceptionOfType(XeroException.Unavailable.class)
                .isThrownBy(() -> drafts.write(INVOICE, permit(INVOICE, Duration.ofMillis(200))));

        assertThat(xero.seen).hasSize(1);
    }

    @Test
    void sendsNothingOnceThePermitHasRunOutInAWait() {
        xero.on("Invoices", MADE);
        XeroDrafts waiting = new XeroDrafts(
                http,
                () -> {
                    pause();
                    return FakeXero.TOKEN;
                },
                ACCOUNT,
                FakeXero.TENANT);

        assertThatExceptionOfType(WriteNotPermitted.class)
                .isThrownBy(() -> waiting.write(INVOICE, permit(INVOICE, Duration.ofMillis(200))));

        assertThat(xero.seen).isEmpty();
    }

    /** Both answers say that nothing was done. */
    @Test
    void tellsThatXeroDidNothingOfWhatALimitOrTheSignInStoppedThere() {
        for (Reply refusal : List.of(
                Reply.of(429, "text/plain", "", "Retry-After", "20400", "X-Rate-Limit-Problem", "day"),
                Reply.of(401, "application/json", "{\"Detail\":\"TokenExpired\"}"))) {
            xero.on("Invoices", refusal);
            assertThatExceptionOfType(WriteNotTaken.class).isThrownBy(() -> drafts.write(INVOICE, permit(INVOICE)));

            xero.on("Invoices", Reply.cut(), refusal);
            assertThatExceptionOfType(XeroException.class)
                    .as("a try before it had no answer")
                    .isThrownBy(() -> drafts.write(INVOICE, permit(INVOICE)));
        }
        assertThat(xero.seen).hasSize(6);
    }

    /** None of these says that nothing was written. */
    @Test
    void leavesOpenWhatBecameOfADraftThatXeroGaveUpOrStillWorksOn() {
        for (int status : List.of(408, 409, 425)) {
            xero.on("Invoices", Reply.cut(), Reply.of(status, "text/plain", ""));

            assertThatExceptionOfType(XeroException.Unavailable.class)
                    .isThrownBy(() -> drafts.write(INVOICE, permit(INVOICE)));
        }
        xero.on("Invoices", Reply.cut(), Reply.of(403, "application/json", "{}"));

        assertThatExceptionOfType(XeroException.Unavailable.class)
                .isThrownBy(() -> drafts.write(INVOICE, permit(INVOICE)));
    }

    @Test
    void tellsEachOfXerosReasons() {
        xero.on(
                "Invoices",
                Reply.of(
                        400,
                        "application/json",
                        "{\"ErrorNumber\":10,\"Type\":\"ValidationException\",\"Message\":\"A validation exception"
                                + " occurred\",\"Elements\":[{\"ValidationErrors\":[{\"Message\":\"One.\"},{\"Message\":"
                                + "\"Two\"},{\"Message\":\"Three\"},{\"Message\":\"Four\"}]}]}"));

        assertThatExceptionOfType(XeroException.Rejected.class)
                .isThrownBy(() -> drafts.write(INVOICE, permit(INVOICE)))
                .withMessage("Xero did not take this invoice: One; Two; Three; Four. Nothing was written. Change it,"
                        + " and approve it again.")
                .satisfies(failure -> assertThat(failure.reasons()).containsExactly("One", "Two", "Three", "Four"));
        assertThat(xero.seen).hasSize(1);
    }

    @Test
    void takesAnElementInErrorInAGoodAnswerForAFailure() {
        xero.on(
                "Invoices",
                "{\"Invoices\":[{\"InvoiceID\":\"00000000-0000-0000-0000-000000000000\",\"Status\":\"DRAFT\","
                        + "\"StatusAttributeString\":\"ERROR\",\"ValidationErrors\":[{\"Message\":\"Not so\"}]}]}");

        assertThatExceptionOfType(XeroException.Rejected.class)
                .isThrownBy(() -> drafts.write(INVOICE, permit(INVOICE)))
                .withMessageContaining("Not so");
    }

    @Test
    void believesNoAnswerThatDoesNotShowTheDraft() {
        for (String answer : List.of(
                MADE.replace("DRAFT", "AUTHORISED"),
                MADE.replace(ID, "none"),
                MADE.replace("}]", "},{\"InvoiceID\":\"" + ID + "\",\"Status\":\"DRAFT\"}]"),
                "{\"Invoices\":[]}",
                "{}")) {
            xero.on("Invoices", answer);
            assertThatExceptionOfType(XeroException.Malformed.class)
                    .as(answer)
                    .isThrownBy(() -> drafts.write(INVOICE, permit(INVOICE)));
        }
    }

    @Test
    void saysHowToSwitchWritingOn() {
        xero.on(
                "Contacts",
                Reply.of(
                        401,
                        "application/json",
                        "{\"Type\":null,\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":"
                                + "\"AuthorizationUnsuccessful\",\"Extensions\":{}}"));
        Draft contact = SampleDrafts.all().getFirst();

        assertThatExceptionOfType(XeroException.Forbidden.class)
                .isThrownBy(() -> drafts.write(contact, permit(contact)))
                .withMessageContaining("XERO_WRITES=drafts")
                .withMessageContaining("accounting.contacts");
    }

    @Test
    void sendsNothingWithoutAPermitForThis() {
        xero.on("Invoices", MADE);
        Draft other = SampleDrafts.invoice(SampleDrafts.content(SampleDrafts.CONTACT, SampleDrafts.line("1", "1")));

        refused(() -> drafts.write(other, permit(INVOICE)), "another draft");
        refused(
                () -> new XeroDrafts(http, () -> FakeXero.TOKEN, "bob", FakeXero.TENANT)
                        .write(INVOICE, permit(INVOICE)),
                "another account");
        refused(
                () -> new XeroDrafts(http, () -> FakeXero.TOKEN, ACCOUNT, ELSEWHERE).write(INVOICE, permit(INVOICE)),
                "another organisation");
        refused(() -> drafts.write(INVOICE, permit(INVOICE, Duration.ZERO)), "too old");
        WritePermit misused = permit(INVOICE);
        refused(() -> drafts.write(other, misused), "another draft");
        refused(() -> drafts.write(INVOICE, misused), "used before");
        assertThat(xero.seen).isEmpty();
    }

    @Test
    void takesAPermitOnce() {
        xero.on("Invoices", MADE);
        WritePermit permit = permit(INVOICE);
        drafts.write(INVOICE, permit);

        refused(() -> drafts.write(INVOICE, permit), "used before");

        assertThat(xero.seen).hasSize(1);
        assertThat(permit).hasToString("WritePermit[" + APPROVAL + "]");
    }

    @Test
    void keepsTheKeyWithinWhatXeroTakes() {
        String hash = INVOICE.hash(ACCOUNT, FakeXero.TENANT);

        assertThat(WritePermit.granted("x".repeat(100), hash, FakeXero.TENANT, Duration.ZERO)
                        .idempotencyKey())
                .hasSizeLessThanOrEqualTo(128);
        for (String id : List.of("", "x".repeat(101), "a\r\nb", "é")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WritePermit.granted(id, hash, FakeXero.TENANT, Duration.ZERO));
        }
    }

    private static void refused(Runnable write, String why) {
        assertThatExceptionOfType(WriteNotPermitted.class)
                .isThrownBy(write::run)
                .withMessageContaining("Nothing was written")
                .withMessageContaining(why);
    }

    private static WritePermit permit(Draft draft) {
        return permit(draft, Duration.ofMinutes(1));
    }

    private static WritePermit permit(Draft draft, Duration lasts) {
        return WritePermit.granted(APPROVAL, draft.hash(ACCOUNT, FakeXero.TENANT), FakeXero.TENANT, lasts);
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
