package au.pip.server;

import au.pip.api.ConversationView;
import au.pip.api.EntryView;
import au.pip.api.PageView;
import au.pip.api.RunAccepted;
import au.pip.api.SendMessage;
import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.EntryViews;
import au.pip.assistant.store.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/conversations")
class ConversationController {
    private final Conversations conversations;

    ConversationController(Household household) {
        this.conversations = household.conversations();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ConversationView create() {
        return view(conversations.create(AccountId.LOCAL));
    }

    @GetMapping
    PageView<ConversationView> list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "30") int limit) {
        Page<Conversation> page = conversations.page(AccountId.LOCAL, cursor, limit);
        return new PageView<>(
                page.items().stream().map(ConversationController::view).toList(), page.next());
    }

    @GetMapping("/{id}")
    ConversationView find(@PathVariable String id) {
        return view(conversations.find(AccountId.LOCAL, id));
    }

    @GetMapping("/{id}/entries")
    PageView<EntryView> entries(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Page<Entry> page = conversations.entries(AccountId.LOCAL, id, cursor, limit);
        return new PageView<>(page.items().stream().map(EntryViews::entry).toList(), page.next());
    }

    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunAccepted send(@PathVariable String id, @RequestBody SendMessage message) {
        String messageId = given("id", message.id());
        String text = given("text", message.text());
        return message.replaces() == null
                ? new RunAccepted(
                        conversations.send(AccountId.LOCAL, id, messageId, text, message.strict()), id, messageId)
                : conversations.replace(AccountId.LOCAL, id, messageId, text, message.replaces(), message.strict());
    }

    private static String given(String field, @Nullable String value) {
        if (value == null) {
            throw new BadRequest("The field '" + field + "' is missing.");
        }
        return value;
    }

    private static ConversationView view(Conversation conversation) {
        return new ConversationView(
                conversation.id(), conversation.title(), conversation.createdAt(), conversation.updatedAt());
    }
}
