package au.pip.xero;

/**
 * Makes drafts in one organisation with one person's sign-in, each by a permit; the only class that writes to Xero's
 * books. It uses the calls that only create ({@code PUT} in Xero's API, where {@code POST} would also update). Safe for
 * use by several threads.
 */
public final class XeroDrafts {
    private final XeroHttp http;
    private final AccessTokens tokens;
    private final String account;
    private final String tenantId;

    /**
     * @param account whose tokens these are, as {@link Draft#hash} has it
     * @param tenantId the organisation, from {@link Connection#tenantId}
     * @throws IllegalArgumentException when that is no id
     */
    public XeroDrafts(XeroHttp http, AccessTokens tokens, String account, String tenantId) {
        this.http = http;
        this.tokens = tokens;
        this.account = account;
        this.tenantId = Ids.require(tenantId);
    }

    /**
     * Makes the draft. A passing fault (502, 503, 504, a connection or an answer that is lost) is met by trying again
     * under the same {@code Idempotency-Key}, so that Xero makes one record. What fails with another
     * {@link XeroException} than {@link XeroException.Rejected} or {@link XeroException.Forbidden} may have been made or
     * not.
     *
     * @throws WriteNotPermitted when the permit is not for this, was used or is too old; then nothing was sent by it,
     *     unless it became too old between two tries
     * @throws WriteNotSent when a limit or the sign-in stopped it before anything was sent
     * @throws WriteNotTaken when a limit or the sign-in stopped it at Xero, which did nothing of it
     * @throws XeroException.Rejected when Xero does not take the draft, with its reason for each field
     */
    public XeroReply<Written> write(Draft draft, WritePermit permit) {
        permit.use(draft, account, tenantId);
        DraftKind kind = draft.kind();
        String endpoint = kind.endpoint();
        Parameters parameters = kind.unitDecimals() == 4 ? Parameters.NONE.with("unitdp", 4) : Parameters.NONE;
        try {
            Answer answer = http.send(
                    tokens,
                    tenantId,
                    endpoint,
                    OrganisationCalls.ROOT + endpoint,
                    parameters,
                    new Write(draft.json(), permit));
            return OrganisationCalls.reply(endpoint, answer, json -> Written.parse(kind, new Fields(json, endpoint)));
        } catch (XeroException.Rejected e) {
            throw ErrorReplies.notTaken(kind, e.reasons());
        } catch (XeroException.Forbidden e) {
            throw ErrorReplies.mayNotWrite(kind);
        } catch (XeroException e) {
            if (permit.mayBeDone()) {
                throw e;
            }
            throw permit.wasSent() ? new WriteNotTaken(e) : new WriteNotSent(e);
        }
    }
}
