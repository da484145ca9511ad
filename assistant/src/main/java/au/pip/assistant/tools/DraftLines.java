package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.xero.Account;
import au.pip.xero.DraftLine;
import au.pip.xero.TaxRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The lines of a document as a model wrote them, with what they mean in the organisation's own chart and rates. */
record DraftLines(List<DraftLine> lines, List<BigDecimal> rates, List<String> accounts, List<String> taxNames) {
    private static final Set<String> NAMES = Set.of("description", "quantity", "unit_amount", "account", "tax");

    static Schema schema() {
        return new Schema()
                .text("description", "")
                .text("quantity", "decimal, 1 when left out")
                .text("unit_amount", "decimal, price of one")
                .text("account", "ledger account: code or name")
                .text("tax", "gst, gst_free, none or a rate's name; the account's usual when left out")
                .require("description")
                .require("unit_amount");
    }

    /** @throws BadArgument when a line is not what {@link #schema} says */
    static DraftLines read(JsonNode json, DraftSide side) {
        if (!json.isArray() || json.isEmpty()) {
            throw new BadArgument("The argument 'lines' is a list of lines, one at least, each an object.");
        }
        DraftLines all = new DraftLines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        json.forEach(each -> all.add(each, side));
        return all;
    }

    private void add(JsonNode json, DraftSide side) {
        if (!json.isObject()) {
            throw new BadArgument("A line is an object with description, quantity, unit_amount, account and tax.");
        }
        for (String name : json.propertyNames()) {
            if (!NAMES.contains(name)) {
                throw new BadArgument(
                        "A line has no '%s', so nothing was proposed. It takes description, quantity, unit_amount, account and tax."
                                .formatted(FactTable.cell(name)));
            }
        }
        Arguments line = new Arguments(json);
        Account account = side.account(line.text("account"));
        TaxRate tax = side.tax(line.text("tax"), account);
        BigDecimal rate = Objects.requireNonNull(DraftSide.rate(tax));
        lines.add(new DraftLine(
                line.required("description"),
                decimal("quantity", line.text("quantity"), BigDecimal.ONE),
                decimal("unit_amount", line.text("unit_amount"), null),
                account.code(),
                tax.taxType()));
        rates.add(rate);
        accounts.add(FactTable.cell(account.code() + " " + account.name()));
        taxNames.add(
                FactTable.cell(tax.name()) + " (" + rate.stripTrailingZeros().toPlainString() + "%)");
    }

    /** @param otherwise when it is left out; null when it is needed */
    private static BigDecimal decimal(String name, @Nullable String text, @Nullable BigDecimal otherwise) {
        if (text == null && otherwise != null) {
            return otherwise;
        }
        String plain = text == null ? "" : text.replaceFirst("^(-?)\\$", "$1").replaceAll("(?<=\\d),(?=\\d{3})", "");
        if (!plain.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            throw new BadArgument(
                    "The field '%s' of a line is a plain decimal such as 500 or 49.50, and the person has to have said it."
                            .formatted(name));
        }
        return new BigDecimal(plain);
    }
}
