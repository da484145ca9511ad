package au.pip.ledger.tax;

import java.time.LocalDate;

/** The tax data does not tell that for that day. The message says so, fit for a person. */
public final class NotInTaxData extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotInTaxData(TaxItem item, LocalDate day) {
        super("I don't know that: Pip's tax data has no %s for %s. Check it with the ATO."
                .formatted(item.words(), FinancialYear.of(day).label()));
    }

    NotInTaxData(TaxFigure figure) {
        super("I don't know that: the %s for %s is %s only, not law. Check it with the ATO."
                .formatted(
                        figure.item().words(),
                        FinancialYear.of(figure.period().from()).label(),
                        figure.status().words()));
    }
}
