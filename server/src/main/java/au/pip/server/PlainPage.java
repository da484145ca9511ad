package au.pip.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/**
 * A small page of the server's own: no script, nothing from elsewhere, readable without its style.
 *
 * @param names text from Xero, one a line
 * @param next what the person can do now
 * @param link the words of the link to Pip's page
 */
record PlainPage(String title, String message, List<String> names, String next, String link) {
    ResponseEntity<String> answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html());
    }

    private String html() {
        String list = names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> "<li>" + escaped(name) + "</li>")
                        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
        return """
                <!doctype html>
                <html lang="en-AU">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Pip</title>
                <link rel="stylesheet" href="/plain.css">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                %s<p>%s</p>
                <p><a href="/">%s</a></p>
                </main>
                </body>
                </html>
                """.formatted(escaped(title), escaped(title), escaped(message), list, escaped(next), escaped(link));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
