package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.pip.xero.FakeXero.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each form in which Xero, its identity server or a gateway between says no. */
class ErrorRepliesTest {
    private final FakeXero xero = new FakeXero();

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void carriesXerosValidationMessages() {
        XeroException failure = failure(
                400,
                "{\"ErrorNumber\":10,\"Type\":\"ValidationException\",\"Message\":\"A validation exception occurred\","
                        + "\"Elements\":[{\"ValidationErrors\":[{\"Message\":\"Date is before the lock date\"},"
                        + "{\"Message\":\"Date is before the lock date\"}]},"
                        + "{\"ValidationErrors\":[{\"Message\":\"Account is\\narchived\"}]}]}");

        assertThat(failure)
                .isInstanceOf(XeroException.Rejected.class)
                .hasMessage("Xero rejected the question to TaxRates: Date is before the lock date; Account is archived."
                        + " Change the question and ask again.");
        assertThat(((XeroException.Rejected) failure).reasons())
                .containsExactly("Date is before the lock date", "Account is archived");
    }

    @Test
    void fallsBackToTheMessageWithoutElements() {
        assertThat(failure(400, "{\"ErrorNumber\":16,\"Type\":\"QueryParseException\",\"Message\":\"No property X\"}"))
                .isInstanceOf(XeroException.Rejected.class)
                .hasMessageContaining("No property X");
    }

    @Test
    void saysHowToAskForLessWhereThereIsTooMuch() {
        assertThat(failure(
                        400,
                        "{\"ErrorNumber\":51,\"Type\":\"HighVolumeException\",\"Message\":\"Your request is not"
                                + " filtering efficiently\"}"))
                .isInstanceOf(XeroException.Rejected.class)
                .hasMessage("This organisation holds so many records that Xero does not look through TaxRates for this"
                        + " question. Ask about a shorter time, or about a customer or supplier by name.");
    }

    @Test
    void shortensALongMessage() {
        assertThat(failure(400, "{\"Message\":\"" + "x".repeat(5000) + "\"}").getMessage())
                .hasSizeLessThan(400);
    }

    @Test
    void leavesLongTextAndEchoedTokensOut() {
        assertThat(failure(400, "proxy says " + "x".repeat(300)).getMessage()).doesNotContain("proxy");
        assertThat(failure(400, "refused: Authorization: Bearer " + FakeXero.TOKEN)
                        .getMessage())
                .contains("refused")
                .doesNotContain(FakeXero.TOKEN);
    }

    @Test
    void findsTheElementInErrorInsideAGoodAnswer() {
        assertThat(failure(
                        200,
                        "{\"Status\":\"OK\",\"TaxRates\":[{\"StatusAttributeString\":\"ERROR\",\"ValidationErrors\":"
                                + "[{\"Message\":\"Name is taken.\"}]}]}"))
                .isInstanceOf(XeroException.Rejected.class)
                .hasMessage(
                        "Xero rejected the question to TaxRates: Name is taken. Change the question and ask again.");
    }

    @Test
    void readsARecordThatXeroHoldsThoughItMarksIt() {
        xero.on(
                "Invoices",
                "{\"Invoices\":[{\"InvoiceID\":\"a03ffcd2-5d91-4c7e-b483-318584e9e439\",\"CurrencyCode\":\"AUD\","
                        + "\"SubTotal\":1,\"Total\":1,\"StatusAttributeString\":\"ERROR\",\"ValidationErrors\":"
                        + "[{\"Message\":\"Invoice # must be unique.\"}]}]}");
        try (XeroHttp http = new XeroHttp(xero.settings())) {
            XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);

            assertThat(api.invoices(InvoiceQuery.all()).value()).hasSize(1);
        }
    }

    @Test
    void tellsAnExpiredSignInFromAWithdrawnOne() {
        assertThat(failure(401, refusal("Unauthorized", "TokenExpired")))
                .isInstanceOf(XeroException.Unauthorized.class)
                .hasMessage("Xero did not let Pip in for TaxRates: its sign-in has expired. Connect Xero again:"
                        + " ./pip xero connect, or at the top of Pip's page.");
        assertThat(failure(401, refusal("Unauthorized", "AuthenticationUnsuccessful")))
                .isInstanceOf(XeroException.Unauthorized.class)
                .hasMessageContaining("no longer accepted");
    }

    @Test
    void namesBothNextStepsForAMissingPermission() {
        for (XeroException failure : new XeroException[] {
            failure(403, refusal("Forbidden", "AuthorizationUnsuccessful")),
            failure(401, refusal("Unauthorized", "AuthorizationUnsuccessful")),
            failure(403, "")
        }) {
            assertThat(failure)
                    .isInstanceOf(XeroException.Forbidden.class)
                    .hasMessageContaining("Connect Xero again and grant every permission")
                    .hasMessageContaining("change that role");
        }
    }

    @Test
    void saysThatTheOrganisationIsNotConnected() {
        assertThat(failure(403, refusal("Forbidden", "AuthenticationUnsuccessful")))
                .isInstanceOf(XeroException.Forbidden.class)
                .hasMessageContaining("this organisation is not connected")
                .hasMessageContaining("choose the organisation");
    }

    @Test
    void takesOAuthsInvalidGrantForALostSignIn() {
        assertThat(failure(400, "{\"error\":\"invalid_grant\"}"))
                .isInstanceOf(XeroException.Unauthorized.class)
                .hasMessageContaining("Connect Xero again");
    }

    @Test
    void readsPlainTextRefusals() {
        assertThat(failure(404, "The resource you're looking for cannot be found"))
                .isInstanceOf(XeroException.NotFound.class)
                .hasMessageContaining("Xero has nothing at TaxRates");
        assertThat(failure(400, "Bad Request - Invalid URL"))
                .isInstanceOf(XeroException.Rejected.class)
                .hasMessageContaining("Invalid URL");
    }

    @Test
    void takesAWebPageForAnOutage() {
        String page = "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY>Reference #18.5c</BODY></HTML>";

        assertThat(failure(200, page))
                .isInstanceOf(XeroException.Unavailable.class)
                .hasMessageContaining("a web page in place of data");
        assertThat(failure(500, page)).isInstanceOf(XeroException.Unavailable.class);
        assertThat(failure(503, page))
                .isInstanceOf(XeroException.Unavailable.class)
                .hasMessageNotContaining("Reference");
    }

    @Test
    void takesAnEmptyReplyForAnOutage() {
        assertThat(failure(200, ""))
                .isInstanceOf(XeroException.Unavailable.class)
                .hasMessageContaining("an empty reply");
        assertThat(failure(504, "")).isInstanceOf(XeroException.Unavailable.class);
    }

    @Test
    void refusesJsonThatIsNotWholeOrNotWhatWasAsked() {
        assertThat(failure(200, "{\"TaxRates\":[{\"Name\":")).isInstanceOf(XeroException.Malformed.class);
        assertThat(failure(200, "{\"Status\":\"OK\"}"))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("TaxRates is missing");
        assertThat(failure(200, "{\"TaxRates\":[{}]}"))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("TaxType is missing");
    }

    @Test
    void namesTheEndpointAndNeverTheToken() {
        for (int status : new int[] {400, 401, 403, 404, 500}) {
            XeroException failure = failure(status, "{\"Detail\":\"TokenExpired\"}");

            assertThat(failure.endpoint()).isEqualTo("TaxRates");
            assertThat(failure.getMessage()).contains("TaxRates").doesNotContain(FakeXero.TOKEN);
        }
    }

    private XeroException failure(int status, String body) {
        xero.on("TaxRates", Reply.of(status, "application/json", body));
        try (XeroHttp http = new XeroHttp(xero.settings())) {
            XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);
            return catchThrowableOfType(XeroException.class, api::taxRates);
        }
    }

    private static String refusal(String title, String detail) {
        return "{\"Type\":null,\"Title\":\"" + title + "\",\"Status\":401,\"Detail\":\"" + detail
                + "\",\"Instance\":\"6b1f0a1e-6f0c-4a52-8b2e-0e5b5f1c9d11\",\"Extensions\":{}}";
    }
}
