package au.pip.evaluation.run;

/**
 * A share and its interval of 95 % by Wilson's score, which stays within 0 and 1 and holds for small numbers and for
 * shares near either end.
 *
 * @param low of 0 to 1
 * @param high of 0 to 1
 */
public record Wilson(int hits, int of, double low, double high) {
    private static final double Z = 1.959963984540054;

    /** @throws IllegalArgumentException when there are more hits than tries, or fewer than none */
    public static Wilson of(int hits, int of) {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of + " is no share");
        }
        if (of == 0) {
            return new Wilson(0, 0, 0, 1);
        }
        double share = (double) hits / of;
        double squared = Z * Z;
        double middle = (share + squared / (2 * of)) / (1 + squared / of);
        double half = Z / (1 + squared / of) * Math.sqrt(share * (1 - share) / of + squared / (4.0 * of * of));
        return new Wilson(
                hits, of, hits == 0 ? 0 : Math.max(0, middle - half), hits == of ? 1 : Math.min(1, middle + half));
    }

    /** In percent; 0 of none. */
    public double percent() {
        return of == 0 ? 0 : 100.0 * hits / of;
    }
}
