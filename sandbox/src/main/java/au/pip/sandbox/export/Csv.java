package au.pip.sandbox.export;

import au.pip.ledger.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One file of comma-separated values: a header line, RFC 4180 quoting, lines ended by a line feed. */
final class Csv {
    private final List<String> lines = new ArrayList<>();
    private final int columns;

    Csv(String... header) {
        columns = header.length;
        row((Object[]) header);
    }

    /**
     * Adds a line; null stands for nothing.
     *
     * @throws IllegalArgumentException when there are not as many values as columns
     */
    void row(@Nullable Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
        }
        List<String> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(value == null ? "" : quoted(value.toString()));
        }
        lines.add(String.join(",", cells));
    }

    /** Cents as a decimal with two places. */
    static String amount(long cents) {
        return Money.aud(cents).toDecimal().toPlainString();
    }

    String text() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(next -> next == '"' || next == ',' || next == '\n' || next == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
