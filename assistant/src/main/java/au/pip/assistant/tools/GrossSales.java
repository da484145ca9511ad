package au.pip.assistant.tools;

import au.pip.ledger.Money;
import au.pip.xero.CreditNote;
import au.pip.xero.Invoice;
import au.pip.xero.LineAmounts;
import au.pip.xero.LineItem;
import au.pip.xero.ManualJournal;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * What counts as sales on the activity statement (G1): sales with their GST, those without GST and input-taxed ones too,
 * but not what is kept off the statement. By Xero's Australian tax types, in the document's own currency.
 */
final class GrossSales {
    private static final Set<String> OFF_THE_STATEMENT = Set.of("BASEXCLUDED", "NONE", "");
    private static final Set<String> PURCHASES =
            Set.of("EXEMPTEXPENSES", "EXEMPTCAPITAL", "GSTONIMPORTS", "GSTONCAPIMPORTS");
    private static final String INPUT_TAXED = "INPUTTAXED";

    private GrossSales() {}

    /** @param invoice a sale */
    static Money of(Invoice invoice) {
        return document(invoice.lines(), invoice.lineAmounts(), invoice.totals().total());
    }

    /** What a credit note takes off; nothing for one from a supplier. */
    static Money of(CreditNote note) {
        Money total = note.totals().total();
        return note.type() == CreditNote.Type.ACCPAYCREDIT
                ? Money.zero(total.currency())
                : document(note.lines(), note.lineAmounts(), total);
    }

    private static Money document(List<LineItem> lines, LineAmounts amounts, Money total) {
        Money gross = total;
        for (LineItem line : lines) {
            if (OFF_THE_STATEMENT.contains(line.taxType())) {
                gross = gross.minus(whole(line, amounts, total.currency()));
            }
        }
        return gross;
    }

    /** A line of money received or spent; a sale's refund counts against it. */
    static Money of(LineItem line, LineAmounts amounts, boolean received, Currency currency) {
        if (!isSale(line.taxType(), received)) {
            return Money.zero(currency);
        }
        Money gross = whole(line, amounts, currency);
        return received ? gross : gross.negate();
    }

    /** A line of a journal: credits are sales. */
    static Money of(ManualJournal.Line line, LineAmounts amounts) {
        Money amount = line.amount();
        boolean credit = amount.isNegative();
        if (!isSale(line.taxType(), credit)) {
            return Money.zero(amount.currency());
        }
        Money tax = line.tax();
        Money gross = tax == null || amounts != LineAmounts.EXCLUSIVE
                ? amount.abs()
                : amount.abs().plus(tax.abs());
        return credit ? gross : gross.negate();
    }

    private static Money whole(LineItem line, LineAmounts amounts, Currency currency) {
        Money amount = line.amount();
        if (amount == null) {
            return Money.zero(currency);
        }
        Money tax = line.tax();
        return tax == null || amounts != LineAmounts.EXCLUSIVE ? amount : amount.plus(tax);
    }

    /** @param inward whether the money comes in; decides for input-taxed lines and for custom tax types */
    private static boolean isSale(String taxType, boolean inward) {
        if (taxType.equals(INPUT_TAXED)) {
            return inward;
        }
        if (taxType.contains("OUTPUT")) {
            return true;
        }
        return inward
                && !taxType.contains("INPUT")
                && !PURCHASES.contains(taxType)
                && !OFF_THE_STATEMENT.contains(taxType);
    }
}
