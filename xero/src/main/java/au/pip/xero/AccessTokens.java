package au.pip.xero;

/** Where a call gets its bearer token; asked anew for each call, so that a renewed token is used at once. */
@FunctionalInterface
public interface AccessTokens {
    /** A token that is good now. What it throws reaches the caller of {@link XeroApi} unchanged. */
    String token();

    /**
     * Another token, for one that Xero refused before its time; the same when there is no other.
     *
     * @param refused as {@link #token} gave it
     */
    default String insteadOf(String refused) {
        return refused;
    }
}
