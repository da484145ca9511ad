package au.pip.server;

import au.pip.api.UsageReport;
import au.pip.assistant.AccountId;
import au.pip.assistant.books.BooksSource;
import au.pip.assistant.budget.BudgetMonth;
import au.pip.xero.XeroException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/usage")
class UsageController {
    private final Household household;

    UsageController(Household household) {
        this.household = household;
    }

    /** @param month such as 2026-11; the running one when left out */
    @GetMapping
    UsageReport usage(@RequestParam(required = false) @Nullable String month) {
        BudgetMonth asked = month(month);
        return new UsageLists(household.stores(), AccountId.LOCAL)
                .report(asked, household.budgets().standing(AccountId.LOCAL, organisationId()));
    }

    /** Of the organisation that questions are about; null when there is none, or when it has no budget. */
    private @Nullable String organisationId() {
        if (!household.budgets().limitOrganisations()) {
            return null;
        }
        try {
            return household.xero().books(AccountId.LOCAL).organisationId();
        } catch (BooksSource.BooksUnavailable | XeroException _) {
            return null;
        }
    }

    private static BudgetMonth month(@Nullable String text) {
        if (text == null) {
            return BudgetMonth.at(Instant.now());
        }
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 2000 && month.getYear() < 2200) {
                return new BudgetMonth(month);
            }
        } catch (DateTimeException _) {
            // Told below.
        }
        throw new BadRequest("The parameter 'month' must be a month from 2000-01 to 2199-12, such as 2026-11.");
    }
}
