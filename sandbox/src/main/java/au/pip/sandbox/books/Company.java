package au.pip.sandbox.books;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which kind of business the books belong to. */
public enum Company {
    /** A tradesperson or designer: GST on a cash basis, drawings, nobody employed. */
    SOLE_TRADER("sole-trader"),
    /** A small company with two or three employees: GST on an accruals basis, wages, super and share capital. */
    PTY_LTD("pty-ltd"),
    /** A company that serves over the counter: takings each week, GST on a cash basis. */
    CAFE("cafe"),
    /** A company that bills most of its work in US dollars, free of GST. */
    EXPORTER("exporter"),
    /** A company that bills as it builds; of each claim its clients hold a part back for a year. */
    BUILDER("builder");

    private final String word;

    Company(String word) {
        this.word = word;
    }

    /** Whether it is a company with people employed. */
    boolean isIncorporated() {
        return this != SOLE_TRADER;
    }

    /** Whether GST counts when money moves; otherwise on a document's date. */
    boolean countsGstOnCash() {
        return this == SOLE_TRADER || this == CAFE;
    }

    /** Whether a customer goes by a name that poses as an instruction to whoever reads it. */
    boolean hasHostileNames() {
        return this == CAFE || this == EXPORTER || this == BUILDER;
    }

    /** The word used on the command line and in exports. */
    public String word() {
        return word;
    }

    /**
     * The company that a word names.
     *
     * @throws IllegalArgumentException naming the known words
     */
    public static Company of(String word) {
        return Arrays.stream(values())
                .filter(company -> company.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("company is one of "
                        + Arrays.stream(values()).map(Company::word).collect(Collectors.joining(", ")) + ", not '"
                        + word + "'"));
    }
}
