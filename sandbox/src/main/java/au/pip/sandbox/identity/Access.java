package au.pip.sandbox.identity;

/** What an access token is worth. */
public sealed interface Access {
    record Good(SignIn signIn) implements Access {}

    /** It was good, and has run out. */
    record Expired() implements Access {}

    /** None of ours, or of a sign-in that has been ended. */
    record Unknown() implements Access {}
}
