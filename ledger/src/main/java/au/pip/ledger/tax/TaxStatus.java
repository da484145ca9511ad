package au.pip.ledger.tax;

import java.util.Arrays;

/** How sure a figure of the tax data is. Only {@link #LAW} goes into what is worked out. */
public enum TaxStatus {
    LAW("law"),
    /** A government said so, and no Act was found on the day it was checked. */
    ANNOUNCED("announced"),
    /** Commonly told, but the page that says so was not seen. */
    NOT_CONFIRMED("not confirmed");

    private final String words;

    TaxStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static TaxStatus of(String words) {
        return Arrays.stream(values())
                .filter(status -> status.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no status of tax data is called " + words));
    }
}
