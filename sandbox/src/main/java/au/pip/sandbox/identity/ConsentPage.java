package au.pip.sandbox.identity;

import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.wire.Reply;
import java.util.List;
import java.util.stream.Collectors;

/** The pages that a person sees: plain HTML, no script, nothing from elsewhere. */
final class ConsentPage {
    private ConsentPage() {}

    /** @param nothingChosen whether the page comes again because no organisation was chosen */
    static Reply of(Asked asked, String request, List<Organisation> organisations, boolean nothingChosen) {
        String alert =
                nothingChosen ? "<p role=\"alert\"><strong>Choose at least one organisation.</strong></p>\n" : "";
        String body = """
                <h1>Allow access?</h1>
                <p>This is a pretend Xero; its books are made up. The app <strong>%s</strong> asks for access to them.</p>
                %s<form method="post" action="%s">
                <input type="hidden" name="request" value="%s">
                <fieldset>
                <legend>Which organisations?</legend>
                %s</fieldset>
                <details>
                <summary>What it asks for</summary>
                <ul>
                %s</ul>
                </details>
                <p>
                <button name="decision" value="allow">Allow access</button>
                <button name="decision" value="cancel">Cancel</button>
                </p>
                </form>
                """.formatted(
                        escaped(asked.app().id()),
                        alert,
                        Identity.CONSENT,
                        request,
                        organisations.stream()
                                .map(each -> choice(each, organisations.size() == 1))
                                .collect(Collectors.joining()),
                        asked.scopes().stream()
                                .map(scope -> "<li>" + escaped(scope) + "</li>\n")
                                .collect(Collectors.joining()));
        return page(200, "Allow access? · pretend Xero", body);
    }

    /** For what cannot be told to the app, because nobody knows which it is. */
    static Reply error(String error, String cause) {
        String body = "<h1>This does not work</h1>\n<p>Error: <code>%s</code></p>\n<p>%s</p>\n".formatted(error, cause);
        return page(400, "Error · pretend Xero", body);
    }

    private static String choice(Organisation organisation, boolean only) {
        return "<label><input type=\"checkbox\" name=\"organisation\" value=\"%s\"%s>%s</label>\n"
                .formatted(organisation.tenantId(), only ? " checked" : "", escaped(organisation.name()));
    }

    private static Reply page(int status, String title, String body) {
        String page = """
                <!doctype html>
                <html lang="en-AU">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                :root { color-scheme: light dark; }
                body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 34rem; padding: 0 1rem; }
                fieldset { border: 1px solid; border-radius: .5rem; margin: 1rem 0; }
                label { display: block; padding: .4rem 0; }
                input { height: 1.2rem; margin-right: .6rem; width: 1.2rem; }
                button { font: inherit; margin-right: .6rem; padding: .5rem 1.2rem; }
                li { overflow-wrap: anywhere; }
                </style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(title, body);
        return Reply.html(status, page)
                .with("Cache-Control", "no-store")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .with("Referrer-Policy", "no-referrer");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
