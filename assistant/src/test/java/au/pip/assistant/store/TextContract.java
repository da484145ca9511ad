package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Memory;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.RunStore.Begin;
import au.pip.llm.Usage;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestFactory;

/** Whatever a person or a model says comes back as it was said, char by char. */
interface TextContract extends OpenedStores {
    static Stream<Named<String>> texts() {
        return Stream.of(
                Named.of("empty", ""),
                Named.of("only spaces", "  \t "),
                Named.of("quotes", "O'Brien \"&\" Söhne; DROP TABLE entry; -- :name ?1 $1 {F12} \\ %_"),
                Named.of("line ends", "\r\n a \n b \r"),
                Named.of("NUL", "\0"),
                Named.of("NUL inside", "before\0after\0\0"),
                Named.of("all controls", controls()),
                Named.of("emoji", "🧾 👩‍👩‍👧‍👦 🇦🇺"),
                Named.of("combining and right-to-left", "e\u0301 \u202Eabc\u202C \uFEFF \uFFFE \uFFFF"),
                Named.of("lone high surrogate", "a\uD83Db"),
                Named.of("lone low surrogate", "a\uDE00b"),
                Named.of("surrogates in the wrong order", "\uDE00\uD83D"),
                Named.of("high surrogate before a pair", "\uD83D\uD83D\uDE00"),
                Named.of("surrogate at the end", "end\uD83D"),
                Named.of("one megabyte", "Ünïcödé 🧾\0 ".repeat(60_000)),
                Named.of("one megabyte that no two parts of are alike", unlike()));
    }

    /** Letters of one to four bytes in UTF-8, which compress badly. */
    private static String unlike() {
        Random random = new Random(1);
        StringBuilder all = new StringBuilder();
        while (all.length() < 500_000) {
            all.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20, 0x7F);
                        case 1 -> random.nextInt(0xA1, 0x600);
                        case 2 -> random.nextInt(0x4E00, 0x9FFF);
                        default -> random.nextInt(0x20000, 0x2A6DF);
                    });
        }
        return all.toString();
    }

    private static String controls() {
        StringBuilder all = new StringBuilder();
        for (char each = 0; each < 0x20; each++) {
            all.append(each).append("0000").append(each);
        }
        return all.toString();
    }

    @TestFactory
    default Stream<DynamicTest> keepsEveryTextWhole() {
        return texts().map(text -> dynamicTest(text.getName(), () -> keepsWhole(text.getPayload())));
    }

    private void keepsWhole(String text) {
        AccountId account = new AccountId("ann " + id());
        Conversation conversation = new Conversation(id(), text, at(0), at(0));
        Run run = Samples.run(conversation, 1);
        Entry question = new Entry(id(), Entry.Kind.QUESTION, run.id(), text, text, at(1));
        Entry answer = new Entry(id(), Entry.Kind.ANSWER, run.id(), text, text, at(2));
        LoggedEvent event = new LoggedEvent(1, text, text);
        Memory memory = new Memory(text, at(3));
        UsageRecord usage =
                new UsageRecord(run.id(), conversation.id(), text, text, 1, Usage.of(1, 1), null, text, at(2));
        stores().conversations().create(account, conversation);
        stores().runs().begin(account, run, question);
        stores().events().append(account, run.id(), List.of(event));
        stores().runs().finish(account, run.id(), Run.State.COMPLETED, answer, List.of(usage));
        stores().memory().put(account, memory);

        assertThat(stores().conversations()
                        .find(account, conversation.id())
                        .orElseThrow()
                        .title())
                .isEqualTo(text);
        assertThat(entries(stores(), account, conversation.id())).containsExactly(question, answer);
        assertThat(stores().runs().answer(account, run.id())).contains(answer);
        assertThat(stores().events().after(account, run.id(), 0, 10)).containsExactly(event);
        assertThat(stores().memory().find(account)).contains(memory);
        UsageStore.Sum sum =
                stores().usage().ofConversation(account, conversation.id()).getFirst();
        assertThat(List.of(sum.provider(), sum.model())).containsExactly(text, text);
        Run again = Samples.run(conversation, 9);
        assertThat(stores().runs()
                        .begin(
                                account,
                                again,
                                new Entry(question.id(), Entry.Kind.QUESTION, again.id(), "", "", at(9))))
                .isEqualTo(new Begin.Repeated(run.id(), text));
        assertThat(stores().conversations().rename(account, conversation.id(), text + text))
                .isTrue();
        assertThat(stores().conversations()
                        .find(account, conversation.id())
                        .orElseThrow()
                        .title())
                .isEqualTo(text + text);
    }
}
