package au.pip.assistant.drafts;

import au.pip.ledger.Money;
import au.pip.xero.DraftContent;
import au.pip.xero.DraftLine;
import au.pip.xero.LineAmounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a document comes to. Xero rounds each line's amount and each line's tax half up to the cent, and adds those up
 * (its help page "Rounding in Xero").
 *
 * @param lines in the document's order
 */
public record DraftAmounts(List<Line> lines, Money net, Money tax) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A line without and with tax apart. */
    public record Line(Money net, Money tax) {}

    public DraftAmounts {
        lines = List.copyOf(lines);
    }

    /** @param rates percent, one a line */
    public static DraftAmounts of(DraftContent content, List<BigDecimal> rates) {
        List<Line> lines = new ArrayList<>();
        Money net = Money.zero(content.currency());
        Money tax = net;
        for (int index = 0; index < content.lines().size(); index++) {
            Line line = line(content, content.lines().get(index), rates.get(index));
            lines.add(line);
            net = net.plus(line.net());
            tax = tax.plus(line.tax());
        }
        return new DraftAmounts(lines, net, tax);
    }

    private static Line line(DraftContent content, DraftLine line, BigDecimal rate) {
        Money written = Money.rounded(line.quantity().multiply(line.unitAmount()), content.currency());
        Money tax = switch (content.lineAmounts()) {
            case EXCLUSIVE -> share(written, rate, HUNDRED);
            case INCLUSIVE -> share(written, rate, HUNDRED.add(rate));
            case NO_TAX, OTHER -> Money.zero(content.currency());
        };
        return content.lineAmounts() == LineAmounts.INCLUSIVE
                ? new Line(written.minus(tax), tax)
                : new Line(written, tax);
    }

    private static Money share(Money written, BigDecimal rate, BigDecimal whole) {
        int decimals = written.currency().getDefaultFractionDigits();
        return Money.exact(
                written.toDecimal().multiply(rate).divide(whole, decimals, RoundingMode.HALF_UP), written.currency());
    }

    public Money total() {
        return net.plus(tax);
    }

    /** With the names that go with it, as a person is shown it. */
    public DraftPreview preview(String contact, String shortCode, List<String> accounts, List<String> taxNames) {
        List<DraftPreview.Line> shown = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Line line = lines.get(index);
            shown.add(new DraftPreview.Line(
                    accounts.get(index),
                    taxNames.get(index),
                    DraftPreview.plain(line.net()),
                    DraftPreview.plain(line.tax())));
        }
        return new DraftPreview(
                contact,
                shortCode,
                shown,
                DraftPreview.plain(net),
                DraftPreview.plain(tax),
                DraftPreview.plain(total()));
    }
}
