package au.pip.proxy;

import au.pip.xero.auth.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A sign-in that is under way. It is nowhere but in the person's browser, sealed: first in the page's form, then in a
 * cookie. So beginning takes no memory here.
 *
 * @param browser what only the browser that was shown the page holds
 * @param state this proxy's towards Xero; good once
 * @param verifier this proxy's towards Xero
 */
record UnderWay(String browser, String state, String verifier, Instant ends, SignIn signIn) {
    static final Duration LONGEST = Duration.ofMinutes(10);

    static UnderWay at(Instant now, SignIn signIn) {
        return new UnderWay(RandomWord.next(), RandomWord.next(), RandomWord.next(), now.plus(LONGEST), signIn);
    }

    /** What is sealed: a line a field. None of them can hold a line's end. */
    String text() {
        return String.join(
                "\n",
                browser,
                state,
                verifier,
                Long.toString(ends.toEpochMilli()),
                signIn.returnTo().text(),
                Scopes.text(signIn.scopes()),
                signIn.state(),
                signIn.challenge());
    }

    /** @param text what {@link #text} made */
    static UnderWay of(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        Set<String> scopes = new LinkedHashSet<>(List.of(lines.get(5).split(" ", -1)));
        return new UnderWay(
                lines.get(0),
                lines.get(1),
                lines.get(2),
                Instant.ofEpochMilli(Long.parseLong(lines.get(3))),
                new SignIn(new ReturnAddress(lines.get(4)), scopes, lines.get(6), lines.get(7)));
    }

    UnderWay withoutScopes() {
        return new UnderWay(browser, state, verifier, ends, signIn.withoutScopes());
    }
}
