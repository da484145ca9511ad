package au.pip.xero;

import java.util.Set;

/** Which manual journals. An empty set asks for all. Everything is checked again on what Xero answers. */
public record ManualJournalQuery(Set<ManualJournal.Status> statuses, DateRange dates) {

    public ManualJournalQuery {
        statuses = Words.of(statuses, ManualJournal.Status.OTHER);
    }

    public static ManualJournalQuery all() {
        return new ManualJournalQuery(Set.of(), DateRange.ANY);
    }

    public ManualJournalQuery withStatus(ManualJournal.Status... statuses) {
        return new ManualJournalQuery(Set.of(statuses), dates);
    }

    public ManualJournalQuery dated(DateRange dates) {
        return new ManualJournalQuery(statuses, dates);
    }

    Parameters render() {
        return Parameters.NONE.with(
                "where",
                dates.render(new Where().word("Status", Words.wire(statuses))).text());
    }

    boolean matches(ManualJournal journal) {
        return Words.allow(statuses, journal.status()) && dates.contains(journal.date());
    }
}
