package au.pip.xero;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate of sales tax. What a {@code taxType} means differs by country ({@code INPUT} is 10 % in Australia, 12.5 % in
 * old New Zealand): read it here, never assume it.
 *
 * @param status {@code ACTIVE}, {@code DELETED}…
 * @param displayRate percent, 10.0000 for GST
 * @param effectiveRate percent after compounding
 */
public record TaxRate(
        String name,
        String taxType,
        String reportTaxType,
        String status,
        @Nullable BigDecimal displayRate,
        @Nullable BigDecimal effectiveRate,
        List<Component> components) {

    public record Component(String name, @Nullable BigDecimal rate, boolean compound) {}

    static TaxRate parse(Fields fields) {
        return new TaxRate(
                fields.text("Name", ""),
                fields.requiredText("TaxType"),
                fields.text("ReportTaxType", ""),
                fields.text("Status", ""),
                fields.decimal("DisplayTaxRate"),
                fields.decimal("EffectiveRate"),
                fields.list(
                        "TaxComponents",
                        each -> new Component(each.text("Name", ""), each.decimal("Rate"), each.flag("IsCompound"))));
    }
}
