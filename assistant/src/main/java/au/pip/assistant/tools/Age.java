package au.pip.assistant.tools;

import au.pip.xero.Invoice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long a document has been overdue, by its due date; one without a due date is never overdue. The words have no
 * digits, which an answer would have to prove.
 */
enum Age {
    NOT_DUE("not yet due"),
    TO_30("up to thirty days overdue"),
    TO_60("thirty-one to sixty days overdue"),
    TO_90("sixty-one to ninety days overdue"),
    OLDER("over ninety days overdue");

    private final String words;

    Age(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Age of(Invoice document, LocalDate today) {
        long days = document.dueDate() == null ? 0 : ChronoUnit.DAYS.between(document.dueDate(), today);
        if (days <= 0) {
            return NOT_DUE;
        }
        return days <= 30 ? TO_30 : days <= 60 ? TO_60 : days <= 90 ? TO_90 : OLDER;
    }
}
