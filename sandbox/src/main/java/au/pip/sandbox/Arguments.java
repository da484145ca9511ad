package au.pip.sandbox;

import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line, after the verb. */
final class Arguments {
    /** As many as Xero's free tier connects. */
    private static final int MOST_COMPANIES = 5;

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    /** An argument that cannot be used; its message is the cause and the next step in one line. */
    static final class Bad extends Exception {
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
    static Arguments parse(String[] args, Set<String> named, Set<String> flags) throws Bad {
        Arguments arguments = new Arguments();
        for (int position = 1; position < args.length; position++) {
            int equals = args[position].indexOf('=');
            String name = equals < 0 ? args[position] : args[position].substring(0, equals);
            if (flags.contains(name) && equals < 0) {
                arguments.flags.add(name);
            } else if (!named.contains(name)) {
                throw new Bad("there is no option '" + name + "' here: see ./pip sandbox --help");
            } else if (equals < 0 && position + 1 == args.length) {
                throw new Bad(name + " needs a value: see ./pip sandbox --help");
            } else {
                String value = equals < 0 ? args[++position] : args[position].substring(equals + 1);
                if (arguments.values.put(name, value) != null) {
                    throw new Bad(name + " is given twice: leave one out");
                }
            }
        }
        return arguments;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    BooksSpec spec() throws Bad {
        try {
            return new BooksSpec(seed(), Company.of(values.getOrDefault("--company", "sole-trader")), today());
        } catch (IllegalArgumentException outOfRange) {
            throw new Bad("--" + outOfRange.getMessage());
        }
    }

    /**
     * The books of as many organisations as were asked for: the first kind of business, a sole trader and a company take
     * turns, and each round of them has the next seed.
     */
    List<BooksSpec> specs() throws Bad {
        BooksSpec first = spec();
        List<Company> turns = new ArrayList<>(List.of(first.company()));
        Stream.of(Company.SOLE_TRADER, Company.PTY_LTD)
                .filter(each -> each != first.company())
                .forEach(turns::add);
        int companies = number("--companies", 1, MOST_COMPANIES, 1);
        List<BooksSpec> specs = new ArrayList<>();
        for (int index = 0; index < companies; index++) {
            specs.add(
                    new BooksSpec(first.seed() + index / turns.size(), turns.get(index % turns.size()), first.today()));
        }
        return specs;
    }

    int port() throws Bad {
        return number("--port", 0, 65_535, 0);
    }

    private int number(String name, int least, int most, int otherwise) throws Bad {
        String text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new Bad(name + " is a whole number from " + least + " to " + most + ", not '" + text + "'");
    }

    private long seed() throws Bad {
        String text = values.getOrDefault("--seed", "1");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new Bad("--seed is a whole number such as 7, not '" + text + "'");
        }
    }

    private LocalDate today() throws Bad {
        String text = values.get("--today");
        if (text == null) {
            return LocalDate.now(ZoneId.of("Australia/Sydney"));
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw new Bad("--today is a date such as 2026-11-23, not '" + text + "'");
        }
    }
}
