package au.pip.proxy;

import au.pip.xero.auth.Scopes;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an instance may ask a person for through the proxy: to read, and to know who signed in. Nothing that writes. */
final class AllowedScopes {
    private static final List<String> MORE_REPORTS =
            List.of("accounting.reports.aged.read", "accounting.reports.taxreports.read");

    private static final Set<String> ALLOWED = allowed();

    private AllowedScopes() {}

    /** @param text scopes with single spaces between them */
    static Set<String> of(String text) throws Refused {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.split(" ", ALLOWED.size() + 1)));
        if (!ALLOWED.containsAll(scopes)) {
            throw new Refused(
                    400,
                    "invalid_scope",
                    "Through this proxy Pip may ask for leave to read only. Leave XERO_SCOPES out, or use an app of"
                            + " your own.");
        }
        return scopes;
    }

    private static Set<String> allowed() {
        Set<String> scopes = new LinkedHashSet<>(Scopes.ofPerson("granular"));
        scopes.addAll(Scopes.ofPerson("broad"));
        scopes.addAll(MORE_REPORTS);
        return Set.copyOf(scopes);
    }
}
