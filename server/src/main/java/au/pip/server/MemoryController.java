package au.pip.server;

import au.pip.api.MemoryChange;
import au.pip.api.MemoryStyle;
import au.pip.api.MemoryView;
import au.pip.assistant.AccountId;
import au.pip.assistant.books.BooksSource.BooksUnavailable;
import au.pip.assistant.conversation.Ids;
import au.pip.assistant.memory.Memories;
import au.pip.assistant.memory.MemoryException;
import au.pip.assistant.memory.Notebook;
import au.pip.assistant.memory.Remembered;
import au.pip.assistant.memory.Style;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is kept in mind: shown, told, corrected, kept, deleted. Every change answers what there is then. */
@RestController
@RequestMapping("/api/memory")
class MemoryController {
    private static final String PERSON = "you";

    private final Memories memories;
    private final XeroFromSettings xero;

    MemoryController(Household household) {
        Clock clock = Clock.systemUTC();
        this.memories = new Memories(household.stores().memory(), new Ids(clock)::next, clock);
        this.xero = household.xero();
    }

    @GetMapping
    MemoryView all() {
        return view(memories.of(AccountId.LOCAL));
    }

    @PostMapping("/items")
    MemoryView tell(@RequestBody MemoryChange told) {
        boolean here = Boolean.TRUE.equals(told.here());
        String organisation = here ? current() : null;
        if (here && organisation == null) {
            throw new BadRequest(
                    "No organisation is chosen that this could be about. Choose one, or leave 'here' out.");
        }
        return view(memories.add(AccountId.LOCAL, organisation, about(told), text(told.says()), told.other(), true));
    }

    @PutMapping("/items/{id}")
    MemoryView correct(@PathVariable String id, @RequestBody MemoryChange told) {
        return view(memories.correct(AccountId.LOCAL, id, about(told), text(told.says()), told.other()));
    }

    @PostMapping("/items/{id}/keep")
    MemoryView keep(@PathVariable String id) {
        return view(memories.keep(AccountId.LOCAL, id));
    }

    @DeleteMapping("/items/{id}")
    MemoryView forget(@PathVariable String id) {
        return view(memories.forget(AccountId.LOCAL, id));
    }

    @DeleteMapping("/items")
    MemoryView forgetAll() {
        return view(memories.forgetAll(AccountId.LOCAL));
    }

    @PutMapping("/style")
    MemoryView choose(@RequestBody MemoryStyle chosen) {
        Style style = Style.of(text(chosen.style()))
                .orElseThrow(() -> new MemoryException.Invalid(
                        "The field 'style' is one of normal, concise, formal, explanatory."));
        return view(memories.choose(AccountId.LOCAL, style));
    }

    private static String about(MemoryChange told) {
        String about = told.about();
        return about == null || about.isBlank() ? PERSON : about;
    }

    /** JSON may leave out what a record's type says is there. */
    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private MemoryView view(Notebook notebook) {
        String current = current();
        return new MemoryView(
                notebook.style().word(),
                notebook.items().stream().map(each -> item(each, current)).toList());
    }

    private static MemoryView.Item item(Remembered each, @Nullable String current) {
        return new MemoryView.Item(
                each.id(),
                each.organisationId() != null && each.organisationId().equals(current),
                each.organisationId() == null,
                each.about(),
                each.says(),
                each.other(),
                each.sentence(),
                each.origin().name().toLowerCase(Locale.ROOT),
                each.kept(),
                each.at());
    }

    /** Null when there is none; never asks Xero. */
    private @Nullable String current() {
        try {
            return xero.books(AccountId.LOCAL).organisationId();
        } catch (BooksUnavailable _) {
            return null;
        }
    }
}
