package au.pip.sandbox.books;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** One round amount a month for each account in use, somewhat above what was earned and below what was spent. */
final class BudgetPlan {
    private static final long STEP = 5_000;

    private BudgetPlan() {}

    static List<Budget> make(Draft draft, List<Account> accounts, Balances balances) {
        List<Budget> budgets = new ArrayList<>();
        LocalDate start = draft.spec.start();
        YearMonth last = YearMonth.of(draft.today().getYear() + (draft.today().getMonthValue() > 6 ? 1 : 0), 6);
        for (Account account : accounts) {
            if (!account.accountClass().isProfitAndLoss()) {
                continue;
            }
            long total = Math.abs(balances.between(account.code(), start, draft.today()));
            int percent = account.accountClass() == AccountClass.REVENUE ? 108 : 96;
            long monthly = (total * percent / 100 / 18 + STEP / 2) / STEP * STEP;
            for (YearMonth month = YearMonth.from(start);
                    monthly > 0 && !month.isAfter(last);
                    month = month.plusMonths(1)) {
                budgets.add(new Budget(account.code(), month, monthly));
            }
        }
        return List.copyOf(budgets);
    }
}
