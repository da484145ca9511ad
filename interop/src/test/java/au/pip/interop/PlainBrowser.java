package au.pip.interop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps each host's cookies and follows redirects one by one. */
final class PlainBrowser {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final int MOST_REDIRECTS = 10;

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /** The page at the end of all redirects. */
    HttpResponse<String> open(URI address) throws IOException, InterruptedException {
        URI at = address;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            HttpResponse<String> response = get(at);
            if (response.statusCode() / 100 != 3) {
                return response;
            }
            at = location(at, response);
        }
        throw new AssertionError("too many redirects, the last to " + at.getHost() + at.getPath());
    }

    /** Where an address sends the browser; goes no further. */
    URI redirect(URI address) throws IOException, InterruptedException {
        return location(address, get(address));
    }

    private static URI location(URI at, HttpResponse<String> response) {
        return at.resolve(response.headers().firstValue("location").orElseThrow());
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        Map<String, String> kept = cookies.computeIfAbsent(address.getHost(), _ -> new HashMap<>());
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!kept.isEmpty()) {
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("set-cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            kept.put(pair[0], pair[1]);
        }
        return response;
    }
}
