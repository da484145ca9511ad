package au.pip.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The person's browser. */
final class Browser {
    private Browser() {}

    /** Opens an address where there is a screen to open it on; answers whether something was started. */
    static boolean open(String url, Surroundings surroundings) {
        String program = program(surroundings);
        if (program == null) {
            return false;
        }
        try {
            new ProcessBuilder(List.of(program, url))
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** {@code BROWSER} names one program; otherwise what the system opens addresses with. */
    private static @Nullable String program(Surroundings surroundings) {
        String named = surroundings.variable("BROWSER");
        if (named != null) {
            return named;
        }
        if (!surroundings.inputIsTerminal()) {
            return null;
        }
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
            return "open";
        }
        boolean screen = surroundings.variable("DISPLAY") != null || surroundings.variable("WAYLAND_DISPLAY") != null;
        return screen ? "xdg-open" : null;
    }
}
