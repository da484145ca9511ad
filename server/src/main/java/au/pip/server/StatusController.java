package au.pip.server;

import au.pip.api.StatusView;
import au.pip.assistant.AccountId;
import au.pip.assistant.store.Stores;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

    private @Nullable LlmProvider model() {
        try {
            return household.models().model(AccountId.LOCAL);
        } catch (LlmException _) {
            return null;
        }
    }
}
