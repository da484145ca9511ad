package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AccountType;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.LineAmountTypes;
import au.pip.sandbox.books.TaxType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The lines of a new document, and what they come to.
 *
 * @param lines as Xero writes them
 */
record NewLines(List<Map<String, Object>> lines, BigDecimal subTotal, BigDecimal tax) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> CONTROL = Set.of("DEBTORS", "CREDITORS");

    BigDecimal total() {
        return subTotal.add(tax);
    }

    /** @param unitDecimals to how many places Xero rounds a unit amount: 2, or 4 where {@code unitdp=4} asks for it */
    static NewLines of(Element document, Books books, LineAmountTypes types, int unitDecimals) {
        List<Element> items = document.parts("LineItems");
        if (items.isEmpty()) {
            document.wrong("One or more line items must be specified");
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        BigDecimal subTotal = BigDecimal.ZERO.setScale(2);
        BigDecimal tax = BigDecimal.ZERO.setScale(2);
        for (Element item : items) {
            TaxType taxType = taxType(item, books);
            BigDecimal quantity = item.decimal("Quantity", BigDecimal.ONE);
            BigDecimal unit = item.decimal("UnitAmount", BigDecimal.ZERO).setScale(unitDecimals, RoundingMode.HALF_UP);
            BigDecimal written = quantity.multiply(unit).setScale(2, RoundingMode.HALF_UP);
            BigDecimal lineTax = tax(written, taxType, types);
            tax = tax.add(lineTax);
            subTotal = subTotal.add(types == LineAmountTypes.INCLUSIVE ? written.subtract(lineTax) : written);
            lines.add(new Fields()
                    .with("Description", item.needed("Description", "Description is missing from a line item"))
                    .with("UnitAmount", unit)
                    .with("TaxType", taxType.name())
                    .with("TaxAmount", lineTax)
                    .with("LineAmount", written)
                    .with("AccountCode", item.text("AccountCode"))
                    .with("Tracking", List.of())
                    .with("Quantity", quantity.setScale(4, RoundingMode.HALF_UP))
                    .with("LineItemID", UUID.randomUUID())
                    .map());
        }
        if (subTotal.add(tax).signum() < 0) {
            document.wrong("The total of a document cannot be negative");
        }
        return new NewLines(lines, subTotal, tax);
    }

    private static TaxType taxType(Element item, Books books) {
        String code = item.needed("AccountCode", "Account code must be specified");
        Optional<Account> account = books.accounts().stream()
                .filter(each -> each.code().equals(code) && each.type() != AccountType.BANK)
                .filter(each -> !CONTROL.contains(String.valueOf(each.systemAccount())))
                .findFirst();
        if (account.isEmpty() && !code.isEmpty()) {
            item.wrong("Account code '" + code + "' is not a valid code for this document.");
        }
        String usual = account.map(each -> each.taxType().name()).orElse(TaxType.BASEXCLUDED.name());
        String named = item.text("TaxType", usual);
        return Arrays.stream(TaxType.values())
                .filter(each -> each.name().equals(named))
                .findFirst()
                .orElseGet(() -> {
                    item.wrong("The TaxType code '" + named
                            + "' does not exist or cannot be used for this type of transaction.");
                    return TaxType.BASEXCLUDED;
                });
    }

    /** Rounded half up by line, as Xero does. */
    private static BigDecimal tax(BigDecimal written, TaxType type, LineAmountTypes types) {
        BigDecimal percent = BigDecimal.valueOf(type.percent());
        return switch (types) {
            case NO_TAX -> BigDecimal.ZERO.setScale(2);
            case EXCLUSIVE -> written.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
            case INCLUSIVE -> written.multiply(percent).divide(HUNDRED.add(percent), 2, RoundingMode.HALF_UP);
        };
    }
}
