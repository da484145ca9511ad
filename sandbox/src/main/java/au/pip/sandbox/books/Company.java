package au.pip.sandbox.books;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which kind of business the books belong to. */
public enum Company {
    /** A tradesperson or designer: GST on a cash basis, drawings, nobody employed. */
    SOLE_TRADER("sole-trader"),
    /** A small company with two or three employees: GST on an accruals basis, wages, super and share capital. */
    PTY_LTD("pty-ltd");

    private final String word;

    Company(String word) {
        this.word = word;
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
