package au.pip.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through only requests made to this machine by name, and by no other site: a server without sign-in must not be
 * reached by a page in the person's browser (DNS rebinding, cross-site requests).
 */
final class LocalRequests extends OncePerRequestFilter {
    private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!isLocal(request.getHeader("Host")) || !isSame(request.getHeader("Origin"), request.getHeader("Host"))) {
            ProblemWriter.write(
                    response,
                    403,
                    "not_local",
                    "Pip answers only pages and programs on this machine. Open it as http://127.0.0.1.");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isLocal(@Nullable String host) {
        return host != null && NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static boolean isSame(@Nullable String origin, @Nullable String host) {
        return origin == null || origin.equals("http://" + host);
    }
}
