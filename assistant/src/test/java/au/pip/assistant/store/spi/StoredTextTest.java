package au.pip.assistant.store.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StoredTextTest {
    @Property(tries = 2000)
    void readsBackWhatItWrote(@ForAll("texts") String text) {
        assertThat(StoredText.read(StoredText.written(text))).isEqualTo(text);
    }

    @Property(tries = 2000)
    void writesOnlyWhatUtf8HoldsAndNoNul(@ForAll("texts") String text) {
        String written = StoredText.written(text);

        assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(written)
                .doesNotContain("\0");
    }

    @Property(tries = 2000)
    void writesDifferentTextsDifferently(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(StoredText.written(one).equals(StoredText.written(other))).isEqualTo(one.equals(other));
    }

    @Test
    void leavesOrdinaryTextsAsTheyAre() {
        String text = "Wie viel? $1,234.50 🧾\n\t\u0001";

        assertThat(StoredText.written(text)).isSameAs(text);
        assertThat(StoredText.read(text)).isSameAs(text);
    }

    /** Every char there is, with those that matter often side by side. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> telling = Arbitraries.of('\0', '\u001A', '\uD83D', '\uDE00', '0', 'a', '1');
        return Arbitraries.oneOf(telling, Arbitraries.chars().all())
                .list()
                .ofMaxSize(12)
                .map(chars -> {
                    StringBuilder text = new StringBuilder();
                    chars.forEach(text::append);
                    return text.toString();
                });
    }
}
