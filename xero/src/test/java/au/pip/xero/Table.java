package au.pip.xero;

import au.pip.ledger.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A CSV file of the sandbox's export: the truth that replies are checked against. */
record Table(List<Map<String, String>> rows) {

    static Table read(Path file) throws IOException {
        List<List<String>> lines = split(Files.readString(file));
        List<String> header = lines.removeFirst();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), line.get(i));
            }
            rows.add(row);
        }
        return new Table(rows);
    }

    Table where(Predicate<Map<String, String>> wanted) {
        return new Table(rows.stream().filter(wanted).toList());
    }

    Table where(String column, String value) {
        return where(row -> value.equals(row.get(column)));
    }

    /** Sums of a column by the text of others, joined by a space; sums of zero are left out. */
    Map<String, Long> cents(String column, String... by) {
        Map<String, Long> sums = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(by).stream().map(row::get).collect(Collectors.joining(" ")),
                        java.util.TreeMap::new,
                        Collectors.summingLong(
                                row -> Money.of(row.get(column), Money.AUD).minor())));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    long cents(String column) {
        return cents(column, new String[0]).getOrDefault("", 0L);
    }

    private static List<List<String>> split(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return lines;
    }
}
