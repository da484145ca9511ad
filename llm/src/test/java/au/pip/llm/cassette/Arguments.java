package au.pip.llm.cassette;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line, after the verb. */
final class Arguments {
    private static final Set<String> NAMED =
            Set.of("--provider", "--model", "--endpoint", "--api", "--scenario", "--about", "--out");
    private static final Set<String> FLAGS = Set.of("--force");

    private final Map<String, String> values = new HashMap<>();

    /** An argument that cannot be used; its message is the cause and the next step in one line. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        Bad(String message) {
            super(message);
        }
    }

    private Arguments() {}

    /**
     * Reads {@code --name value}, {@code --name=value} and flags.
     *
     * @param args all arguments, the verb first
     */
    static Arguments parse(String... args) throws Bad {
        Arguments arguments = new Arguments();
        for (int position = 1; position < args.length; position++) {
            int equals = args[position].indexOf('=');
            String name = equals < 0 ? args[position] : args[position].substring(0, equals);
            boolean flag = FLAGS.contains(name) && equals < 0;
            if (!flag && !NAMED.contains(name)) {
                throw new Bad("there is no option '" + name + "' here: see ./pip llm --help");
            }
            if (!flag && equals < 0 && position + 1 == args.length) {
                throw new Bad(name + " needs a value: see ./pip llm --help");
            }
            String value = flag ? "" : equals < 0 ? args[++position] : args[position].substring(equals + 1);
            if (arguments.values.put(name, value) != null) {
                throw new Bad(name + " is given twice: leave one out");
            }
        }
        return arguments;
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    /** The value; {@code otherwise} when it is not given. */
    String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    List<Scenario> scenarios() throws Bad {
        String word = text("--scenario", "all");
        try {
            return word.equals("all") ? List.of(Scenario.values()) : List.of(Scenario.of(word));
        } catch (IllegalArgumentException unknown) {
            throw new Bad("--scenario is all or one of: %s, not '%s'".formatted(Scenario.words(), word));
        }
    }
}
