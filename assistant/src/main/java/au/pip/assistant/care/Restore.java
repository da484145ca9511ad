package au.pip.assistant.care;

/** Brings a backup's rows into an empty database, of whichever kind. */
public final class Restore {
    /** Enough to tell a person's backups from each other. */
    private static final int TOLD_DIGITS = 12;

    private Restore() {}

    /**
     * Brings the rows, reads them back, and lets the database be opened once they are those of the backup. What broke
     * off can be done again with the same backup.
     *
     * @throws CareException when the database holds other rows, or what it holds in the end is not what was brought
     */
    public static Tally into(Place target, Archive archive, Progress progress) {
        Arrival arrival = Arrival.bring(archive, from(archive), target, progress);
        Tally there = arrival.target();
        if (!there.equals(archive.tally()) || !arrival.source().equals(archive.tally())) {
            throw new CareException("The database " + target.name() + " holds other rows than the backup ("
                    + differences(there, archive.tally())
                    + "): somebody else writes there, or the file changed meanwhile. Name an empty database.");
        }
        arrival.end();
        return there;
    }

    private static String from(Archive archive) {
        return "the backup of " + archive.header().madeInWords() + " (SHA-256 "
                + archive.digest().substring(0, TOLD_DIGITS) + "…)";
    }

    private static String differences(Tally there, Tally expected) {
        return String.join(
                ", ",
                expected.differences(there).stream()
                        .map(noun -> noun.word() + ": " + there.part(noun).rows() + " of "
                                + expected.part(noun).rows())
                        .toList());
    }
}
