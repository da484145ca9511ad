package au.pip.server;

import au.pip.api.ApprovalView;
import au.pip.api.DecisionView;
import au.pip.api.PageView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.store.Page;
import au.pip.assistant.xero.Drafts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts that wait for the person, and their word on them: the only place where a draft is approved. */
@RestController
@RequestMapping("/api/approvals")
class ApprovalController {
    private final Optional<Drafts> drafts;
    private final Optional<Decisions> decisions;

    ApprovalController(Household household) {
        this.drafts = household.xero().drafts();
        this.decisions = drafts.map(each -> new Decisions(each, household.conversations()));
    }

    /** Those that wait, the latest first. */
    @GetMapping
    PageView<ApprovalView> waiting(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "30") int limit) {
        if (drafts.isEmpty()) {
            return new PageView<>(List.of(), null);
        }
        Page<Approval> page = drafts.get().waiting(AccountId.LOCAL, cursor, limit);
        Instant now = Instant.now();
        return new PageView<>(
                page.items().stream()
                        .map(each -> ApprovalViews.of(each, now))
                        .flatMap(Optional::stream)
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    ApprovalView find(@PathVariable String id) {
        return drafts.flatMap(each -> each.find(AccountId.LOCAL, id))
                .flatMap(each -> ApprovalViews.of(each, Instant.now()))
                .orElseThrow(NoSuchApproval::new);
    }

    @PostMapping("/{id}/approve")
    DecisionView approve(@PathVariable String id) {
        return decided(each -> each.approve(AccountId.LOCAL, id));
    }

    @PostMapping("/{id}/decline")
    DecisionView decline(@PathVariable String id) {
        return decided(each -> each.decline(AccountId.LOCAL, id));
    }

    private DecisionView decided(Function<Decisions, Optional<DecisionView>> deciding) {
        return decisions.flatMap(deciding).orElseThrow(NoSuchApproval::new);
    }

    /** Another account's is none either. */
    static final class NoSuchApproval extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchApproval() {
            super("There is no such draft to approve. ./pip approvals lists those that wait.");
        }
    }
}
