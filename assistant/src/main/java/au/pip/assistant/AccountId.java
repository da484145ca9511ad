package au.pip.assistant;

/** Whose rows these are. */
public record AccountId(String value) {
    /** The one account of a server that has no sign-in. */
    public static final AccountId LOCAL = new AccountId("local");

    /** The server's own: what belongs to no person, such as its jobs, its nodes' leases and its overall budget. */
    public static final AccountId SERVER = new AccountId("server");
}
