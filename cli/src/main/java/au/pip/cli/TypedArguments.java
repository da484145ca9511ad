package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments as they were typed. In a locale without UTF-8, as in most containers, Java puts U+FFFD for every byte
 * outside ASCII before {@code main} sees it; on Linux the bytes themselves can still be read, NUL-terminated, in
 * {@code /proc/self/cmdline}.
 */
final class TypedArguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final String LOST = "\uFFFD";

    private TypedArguments() {}

    static String[] of(String[] arguments) {
        if (Arrays.stream(arguments).noneMatch(each -> each.contains(LOST))) {
            return arguments;
        }
        try {
            return restore(arguments, Files.readAllBytes(COMMAND_LINE));
        } catch (IOException e) {
            return arguments;
        }
    }

    /** The last of the command line's strings, when they are as many and their readable parts agree. */
    static String[] restore(String[] arguments, byte[] commandLine) {
        List<String> all = Arrays.asList(new String(commandLine, UTF_8).split("\0", -1));
        int from = all.size() - 1 - arguments.length;
        if (from < 0) {
            return arguments;
        }
        String[] typed = all.subList(from, all.size() - 1).toArray(String[]::new);
        for (int i = 0; i < typed.length; i++) {
            if (!arguments[i].contains(LOST) && !arguments[i].equals(typed[i])) {
                return arguments;
            }
        }
        return typed;
    }
}
