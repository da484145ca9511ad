package au.pip.server;

import au.pip.api.FoundView;
import au.pip.api.PageView;
import au.pip.assistant.AccountId;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.store.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
    private final Conversations conversations;

    SearchController(Household household) {
        this.conversations = household.conversations();
    }

    @GetMapping("/api/search")
    PageView<FoundView> search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (q == null) {
            throw new BadRequest("The parameter 'q' is missing: the words to look for.");
        }
        Page<FoundView> page = conversations.search(AccountId.LOCAL, q, cursor, limit);
        return new PageView<>(page.items(), page.next());
    }
}
