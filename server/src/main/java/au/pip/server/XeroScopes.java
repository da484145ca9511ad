package au.pip.server;

import au.pip.llm.settings.Settings;
import au.pip.xero.auth.Scopes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Pip asks Xero for, as {@code XERO_SCOPES} and {@code XERO_WRITES} say. */
final class XeroScopes {
    private static final String SCOPE = "[a-z][a-z0-9._]{1,80}";

    /** What lets nothing be written, besides whatever ends with {@code .read}. */
    private static final Set<String> HARMLESS =
            Set.of("openid", "profile", "email", "offline_access", "granular", "broad");

    /** Have a scope with {@code .read} beside them. */
    private static final String READABLE = "(?:accounting|payroll)\\..+|files|assets|projects";

    private static final Set<String> DRAFTS =
            Set.of("accounting.contacts", "accounting.invoices", "accounting.transactions");

    private XeroScopes() {}

    /** The setting, which without {@code XERO_WRITES} lets nothing be written. */
    static String read(Settings settings) {
        return read(settings, "; drafts that a person approves need XERO_WRITES=drafts besides.");
    }

    /** The same where {@code XERO_WRITES} cannot be set. */
    static String readThroughProxy(Settings settings) {
        return read(settings, "; a proxy gives leave to read only.");
    }

    private static String read(Settings settings, String end) {
        String text = settings.get("XERO_SCOPES", "");
        for (String scope : words(text)) {
            if (!scope.matches(SCOPE)) {
                throw new StartupException(
                        "XERO_SCOPES holds something that is no scope. Leave it out, set it to granular or broad, or list scopes such as accounting.invoices.read.");
            }
        }
        List<String> writing = writing(text);
        if (!writing.isEmpty() && !drafts(settings)) {
            throw new StartupException("XERO_SCOPES asks for leave to change the books: " + String.join(", ", writing)
                    + ". " + instead(writing) + end);
        }
        return text;
    }

    /** The same with what {@code XERO_WRITES} adds. */
    static Set<String> asked(Settings settings, Set<String> reading) {
        return drafts(settings) ? Scopes.withDrafts(reading) : reading;
    }

    /** What is asked for and never used; empty when there is nothing. */
    static Optional<String> notice(Settings settings) {
        List<String> unused = writing(settings.get("XERO_SCOPES", "")).stream()
                .filter(scope -> !DRAFTS.contains(scope))
                .toList();
        return unused.isEmpty()
                ? Optional.empty()
                : Optional.of("XERO_SCOPES asks for leave to change the books that Pip never uses: "
                        + String.join(", ", unused) + ". " + instead(unused) + ".");
    }

    /** Whether the operator lets drafts be made. */
    static boolean drafts(Settings settings) {
        String writes = settings.get("XERO_WRITES", "").toLowerCase(Locale.ROOT);
        return switch (writes) {
            case "" -> false;
            case "drafts" -> true;
            default ->
                throw new StartupException("XERO_WRITES is '" + writes + "'; set it to drafts, or leave it out.");
        };
    }

    /** Whatever is not known to be harmless counts as leave to write. */
    private static List<String> writing(String text) {
        return words(text).stream()
                .filter(scope -> !scope.endsWith(".read") && !HARMLESS.contains(scope))
                .toList();
    }

    private static String instead(List<String> writing) {
        String reading = writing.stream()
                .filter(scope -> scope.matches(READABLE))
                .map(scope -> scope + ".read")
                .collect(Collectors.joining(", "));
        String without =
                writing.stream().filter(scope -> !scope.matches(READABLE)).collect(Collectors.joining(", "));
        return Stream.of(
                        reading.isEmpty() ? "" : "For reading write " + reading,
                        without.isEmpty() ? "" : "Leave out " + without)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
