package au.pip.sandbox;

import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.identity.App;
import java.util.ArrayList;
import java.util.List;

/** What a program, and then a person, is told when the pretend Xero serves. */
final class Greeting {
    private Greeting() {}

    /** The first line is the one that programs wait for. */
    static List<String> lines(String url, List<Organisation> organisations) {
        Organisation first = organisations.getFirst();
        List<String> lines = new ArrayList<>();
        lines.add("sandbox ready on " + url + " (organisation " + first.name() + ", tenant " + first.tenantId() + ")");
        organisations.stream()
                .skip(1)
                .forEach(each -> lines.add("and organisation " + each.name() + ", tenant " + each.tenantId()));
        lines.add("To sign in to it: XERO_LOGIN_URL=%1$s XERO_IDENTITY_URL=%1$s XERO_API_URL=%1$s".formatted(url));
        lines.add("with any http redirect address on this machine, and one of");
        lines.add("  XERO_OAUTH_MODE=own XERO_CLIENT_ID=" + App.PUBLIC_ID);
        lines.add("  XERO_OAUTH_MODE=own XERO_CLIENT_ID=" + App.WEB_ID + " XERO_CLIENT_SECRET=" + App.WEB_SECRET);
        lines.add("  XERO_OAUTH_MODE=custom XERO_CLIENT_ID=" + App.CUSTOM_ID + " XERO_CLIENT_SECRET="
                + App.CUSTOM_SECRET);
        return lines;
    }
}
