package au.pip.assistant;

/** Whose rows these are. */
public record AccountId(String value) {
    /** The one account of a server that has no sign-in. */
    public static final AccountId LOCAL = new AccountId("local");
}
