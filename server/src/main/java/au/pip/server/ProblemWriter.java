package au.pip.server;

import au.pip.api.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller can. */
final class ProblemWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private ProblemWriter() {}

    static void write(HttpServletResponse response, int status, String code, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream()
                .write(JSON.writeValueAsString(new Problem(code, message)).getBytes(StandardCharsets.UTF_8));
    }
}
