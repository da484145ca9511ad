package au.pip.cli;

import au.pip.api.BudgetView;
import au.pip.api.UsageReport;
import au.pip.api.UsageReport.ConversationLine;
import au.pip.api.UsageReport.ModelLine;
import au.pip.api.UsageReport.Total;
import au.pip.api.UsageView;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A month's usage and the budgets, for a person. */
record UsageText(Surroundings surroundings) {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    void print(UsageReport report) {
        heading(MONTH.format(YearMonth.parse(report.month())));
        if (report.models().isEmpty()) {
            line("  No model was used.");
        }
        report.models().forEach(this::model);
        if (report.models().size() > 1) {
            Total all = report.total();
            line("  in all · " + used(all.replies(), all.usage(), all.costUsd(), all.unpricedReplies()));
        }
        if (!report.conversations().isEmpty()) {
            heading("By conversation");
            report.conversations().forEach(this::conversation);
        }
        if (report.moreConversations() > 0) {
            line("  and %,d that used less".formatted(report.moreConversations()));
        }
        if (!report.budgets().isEmpty()) {
            heading("Budgets");
            report.budgets().forEach(this::budget);
            line(
                    "  At the end of a budget Pip tells what it has found until then, and asks no model that costs money before it starts anew.");
        }
    }

    private void model(ModelLine each) {
        String used = used(each.replies(), each.usage(), each.costUsd(), each.unpricedReplies());
        line("  %s %s · %s".formatted(each.provider(), each.model(), used));
        if (each.priceVersion() != null) {
            line("    at the price " + each.priceVersion());
        }
    }

    private void conversation(ConversationLine each) {
        String title = each.title().isBlank() ? "New conversation" : each.title();
        line("  " + title + " · " + used(each.replies(), each.usage(), each.costUsd(), each.unpricedReplies()));
    }

    private void budget(BudgetView each) {
        String whose = switch (each.of()) {
            case "account" -> "yours";
            case "organisation" -> "for the organisation that questions are about";
            default -> "of this server";
        };
        boolean dollars = each.unit().equals("usd");
        String held = new BigDecimal(each.reserved()).signum() == 0
                ? ""
                : ", " + amount(dollars, each.reserved()) + " is set aside for answers under way";
        line("  %s: %s of %s spent%s, %s left until %s (Sydney time)"
                .formatted(
                        whose,
                        amount(dollars, each.spent()),
                        amount(dollars, each.limit()),
                        held,
                        amount(dollars, each.left()),
                        DAY.format(each.resetsAt().atZone(SYDNEY))));
    }

    private static String used(long replies, UsageView usage, @Nullable String costUsd, long unpriced) {
        long input = usage.freshInput() + usage.cacheRead() + usage.cacheWrite();
        String known = costUsd == null || unpriced == replies ? "" : " · " + amount(true, costUsd);
        String unknown = unpriced == 0
                ? ""
                : unpriced == replies ? " · cost not known" : " and the cost of %,d not known".formatted(unpriced);
        return "%,d %s · %,d tokens in, %,d out%s%s"
                .formatted(replies, replies == 1 ? "reply" : "replies", input, usage.output(), known, unknown);
    }

    /** To the cent, below a cent to two digits. */
    private static String amount(boolean dollars, String exact) {
        BigDecimal amount = new BigDecimal(exact);
        if (!dollars) {
            return "%,d tokens".formatted(amount.toBigInteger());
        }
        boolean small = amount.signum() > 0 && amount.compareTo(CENT) < 0;
        BigDecimal shown = small
                ? amount.round(new MathContext(2, RoundingMode.HALF_UP))
                : amount.setScale(2, RoundingMode.HALF_UP);
        return "US$" + shown.toPlainString();
    }

    private void heading(String text) {
        surroundings.out().print(surroundings.paint().heading(text) + "\n");
    }

    private void line(String text) {
        LineWrap lines = new LineWrap(surroundings.out(), surroundings.width());
        lines.write(Printable.of(text));
        lines.endLine();
    }
}
