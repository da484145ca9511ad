package au.pip.server;

import au.pip.api.StatusView;
import au.pip.api.UsageReport;
import au.pip.api.UsageView;
import au.pip.assistant.AccountId;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.UsageStore;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Usage;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class StatusController {
    private final Household household;
    private final Stores stores;

    StatusController(Household household) {
        this.household = household;
        this.stores = household.stores();
    }

    /** Whether the process can serve at all; does not depend on a model or on Xero. */
    @GetMapping("/health")
    Map<String, String> health() {
        stores.conversations().page(AccountId.LOCAL, null, 1);
        return Map.of("status", "ok", "version", Version.of());
    }

    @GetMapping("/status")
    StatusView status() {
        List<String> missing = Stream.of(
                        household.models().missing(), household.xero().missing(AccountId.LOCAL))
                .flatMap(Optional::stream)
                .toList();
        LlmProvider model = model();
        return new StatusView(
                Version.of(),
                model == null ? null : model.name(),
                model == null ? null : model.defaultModel(),
                household.xero().organisation(AccountId.LOCAL),
                missing);
    }

    /** @param month such as 2026-11, in UTC; the running one when left out */
    @GetMapping("/usage")
    UsageReport usage(@RequestParam(required = false) @Nullable String month) {
        YearMonth asked = month(month);
        List<UsageStore.Sum> sums = stores.usage()
                .between(
                        AccountId.LOCAL,
                        asked.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                        asked.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        return new UsageReport(
                asked.toString(), sums.stream().map(StatusController::line).toList());
    }

    private @Nullable LlmProvider model() {
        try {
            return household.models().model(AccountId.LOCAL);
        } catch (LlmException _) {
            return null;
        }
    }

    private static YearMonth month(@Nullable String text) {
        try {
            YearMonth month = text == null ? YearMonth.now(ZoneOffset.UTC) : YearMonth.parse(text);
            if (month.getYear() >= 2000 && month.getYear() < 2200) {
                return month;
            }
        } catch (DateTimeException _) {
            // Told below.
        }
        throw new BadRequest("The parameter 'month' must be a month from 2000-01 to 2199-12, such as 2026-11.");
    }

    private static UsageReport.ModelLine line(UsageStore.Sum sum) {
        Usage usage = sum.usage();
        return new UsageReport.ModelLine(
                sum.provider(),
                sum.model(),
                sum.replies(),
                new UsageView(
                        usage.freshInput(),
                        usage.cacheRead(),
                        usage.cacheWrite5m() + usage.cacheWrite1h(),
                        usage.output()),
                sum.knownCostUsd().toPlainString(),
                sum.unpricedReplies());
    }
}
