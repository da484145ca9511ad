package au.pip.xero;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * That a person has approved one draft for one organisation: good for one {@link XeroDrafts#write}, and for minutes.
 * Only {@code au.pip.assistant.xero.Permits} makes them, from an approval that it has used up; a test of the
 * architecture holds that.
 */
public final class WritePermit {
    /** Xero takes 128 characters of an {@code Idempotency-Key} (OpenAPI parameter {@code idempotencyKey}). */
    private static final Pattern APPROVAL_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private final String approvalId;
    private final String hash;
    private final String tenantId;
    private final long until;
    private final AtomicBoolean used = new AtomicBoolean();
    private final AtomicBoolean sent = new AtomicBoolean();
    private final AtomicInteger notAnswered = new AtomicInteger();

    private WritePermit(String approvalId, String hash, String tenantId, long until) {
        this.approvalId = approvalId;
        this.hash = hash;
        this.tenantId = tenantId;
        this.until = until;
    }

    /**
     * @param approvalId the approval that was used up; the key under which Xero does it once is made of it
     * @param hash what was approved, as {@link Draft#hash}
     * @param lasts how long from now a try may begin
     */
    public static WritePermit granted(String approvalId, String hash, String tenantId, Duration lasts) {
        if (!APPROVAL_ID.matcher(approvalId).matches()) {
            throw new IllegalArgumentException(
                    "an approval's id is a UUID, not " + approvalId.length() + " characters");
        }
        return new WritePermit(approvalId, hash, Ids.require(tenantId), System.nanoTime() + lasts.toNanos());
    }

    /**
     * Uses it up, whatever comes of that.
     *
     * @throws WriteNotPermitted when it was used before, is too old, or is for something else
     */
    void use(Draft draft, String account, String tenant) {
        if (used.getAndSet(true)) {
            throw new WriteNotPermitted("it was used before");
        }
        if (!tenantId.equalsIgnoreCase(tenant)) {
            throw new WriteNotPermitted("it is for another organisation");
        }
        if (!MessageDigest.isEqual(bytes(hash), bytes(draft.hash(account, tenant)))) {
            throw new WriteNotPermitted("it is for another draft, or for another account");
        }
        if (isLate()) {
            throw new WriteNotPermitted("it is too old");
        }
    }

    boolean isLate() {
        return System.nanoTime() - until >= 0;
    }

    /** A request that writes goes out now. */
    void sending() {
        sent.set(true);
        notAnswered.incrementAndGet();
    }

    /** Xero answered the request that went out last that it did nothing of it. */
    void notTaken() {
        notAnswered.decrementAndGet();
    }

    /** Whether Xero may have done what was sent. */
    boolean mayBeDone() {
        return notAnswered.get() > 0;
    }

    /** Whether any request that writes went out. */
    boolean wasSent() {
        return sent.get();
    }

    /** The same for every try of what was approved, in any process. */
    String idempotencyKey() {
        return "pip-draft-" + approvalId;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "WritePermit[" + approvalId + "]";
    }
}
