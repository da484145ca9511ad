package au.pip.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with its cookies. It follows a redirect only when told, so that a test sees each. */
final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    /** By the server's authority, then by name. */
    final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    private final Set<String> secrets;
    private final StringBuilder shown;

    /**
     * @param secrets where the values of its cookies and forms are noted
     * @param shown where all that it was shown is noted
     */
    Browser(Set<String> secrets, StringBuilder shown) {
        this.secrets = secrets;
        this.shown = shown;
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    HttpResponse<String> post(URI address, Map<String, String> form, String... headers) {
        form.values().stream()
                .filter(value -> value.length() >= 16 && !value.startsWith("http"))
                .forEach(secrets::add);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Words.text(form)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        URI address = request.build().uri();
        Map<String, String> jar = cookies.computeIfAbsent(address.getAuthority(), _ -> new LinkedHashMap<>());
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
            synchronized (shown) {
                shown.append(response.headers().map()).append(response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    static String ticket(HttpResponse<String> page) {
        Matcher matcher = TICKET.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("a page without a ticket, status " + page.statusCode());
        }
        return matcher.group(1);
    }

    private void keep(Map<String, String> jar, String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (cookie.contains("Max-Age=0")) {
            jar.remove(name);
        } else {
            secrets.add(value);
            jar.put(name, value);
        }
    }
}
