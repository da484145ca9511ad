package au.pip.evaluation;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps each host's cookies and follows redirects one by one. */
final class PlainBrowser {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final int MOST_REDIRECTS = 10;
    private static final Pattern FORM = Pattern.compile(
            "<form method=\"post\" action=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">");

    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    /** Every address that it was at. */
    final List<URI> been = new ArrayList<>();
    /** Every cookie as it was set. */
    final List<String> setCookies = new ArrayList<>();

    record Page(int status, String text, Map<String, List<String>> headers) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** The page at the end of all redirects. */
    Page open(String address) throws Exception {
        URI at = URI.create(address);
        return followed(at, get(at));
    }

    /** The same from the one form with the one hidden field that the last page has. */
    Page press(Page page) throws Exception {
        Matcher form = FORM.matcher(page.text());
        if (!form.find()) {
            throw new AssertionError("no form on " + page);
        }
        URI at = been.getLast().resolve(form.group(1));
        String body = form.group(2) + "=" + URLEncoder.encode(form.group(3), StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return followed(at, send(at, request));
    }

    private Page followed(URI from, HttpResponse<String> first) throws Exception {
        URI at = from;
        HttpResponse<String> response = first;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            if (response.statusCode() / 100 != 3) {
                return new Page(
                        response.statusCode(),
                        response.body(),
                        response.headers().map());
            }
            at = at.resolve(response.headers().firstValue("location").orElseThrow());
            response = get(at);
        }
        throw new AssertionError("too many redirects: " + been);
    }

    /** Where an address sends the browser; goes no further. */
    URI redirect(String address) throws Exception {
        return URI.create(
                get(URI.create(address)).headers().firstValue("location").orElseThrow());
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return send(address, HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(URI address, HttpRequest.Builder request) throws Exception {
        been.add(address);
        Map<String, String> kept = cookies.computeIfAbsent(address.getHost(), _ -> new HashMap<>());
        if (!kept.isEmpty()) {
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("set-cookie")) {
            setCookies.add(cookie);
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            kept.put(pair[0], pair[1]);
        }
        return response;
    }
}
