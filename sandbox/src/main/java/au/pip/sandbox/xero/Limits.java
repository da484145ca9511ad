package au.pip.sandbox.xero;

/** How many calls an app may make to one organisation: at once, within a rolling minute, within a day. */
public record Limits(int concurrent, int perMinute, int perDay) {
    /** Xero's for an app on its free tier: 5 at once, 60 a minute, 1,000 a day. */
    public static Limits starter() {
        return new Limits(5, 60, 1_000);
    }

    /** None that a test would meet. */
    public static Limits none() {
        return new Limits(10_000, 1_000_000, 100_000_000);
    }
}
