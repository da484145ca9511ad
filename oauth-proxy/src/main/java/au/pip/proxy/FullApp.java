package au.pip.proxy;

import java.util.List;
import java.util.Locale;

/**
 * By which words Xero's answer is known to mean that the app has no connection left. What Xero sends is not documented,
 * so the words are a setting.
 *
 * @param signs each is either the whole {@code error}, or a part of {@code error_description}
 */
record FullApp(List<String> signs) {
    /**
     * The first two from what people were shown for the same limit: Xero's page for OAuth 2
     * (https://community.xero.com/developer/discussion/124574507/) and its reply for OAuth 1
     * (https://github.com/XeroAPI/Xero-Java/issues/140).
     */
    static final FullApp STANDARD =
            new FullApp(List.of("connect to more xero organisations", "tenants already connected", "connection limit"));

    FullApp {
        signs = signs.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }

    boolean isTold(String error, String description) {
        return signs.contains(error.toLowerCase(Locale.ROOT))
                || signs.stream().anyMatch(description.toLowerCase(Locale.ROOT)::contains);
    }
}
