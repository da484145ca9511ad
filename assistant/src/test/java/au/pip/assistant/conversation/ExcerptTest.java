package au.pip.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.spi.SearchWords;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static Excerpt of(String text, String query) {
        return Excerpt.of(text, SearchWords.of(query));
    }

    @Test
    void showsTheFirstWordThatBeginsSo() {
        assertThat(of("Who owes me\nmoney?", "mon")).isEqualTo(new Excerpt("Who owes me ", "money", "?"));
        assertThat(of("Who owes me money?", "owe money")).isEqualTo(new Excerpt("Who ", "owes", " me money?"));
    }

    @Test
    void findsWordsWithoutTheirAccentsAndCase() {
        assertThat(of("Das Café von MÜLLER", "cafe")).isEqualTo(new Excerpt("Das ", "Café", " von MÜLLER"));
        assertThat(of("Das Cafe\u0301 hier", "café").hit()).isEqualTo("Cafe\u0301");
        assertThat(of("Das Café von MÜLLER", "muller").hit()).isEqualTo("MÜLLER");
    }

    @Test
    void cutsALongTextBetweenWords() {
        String many = "word ".repeat(100);
        Excerpt excerpt = of(many + "needle " + many, "needle");
        assertThat(excerpt.before()).startsWith("…word ").endsWith("word ").hasSizeLessThan(65);
        assertThat(excerpt.after()).startsWith(" word ").endsWith("word…").hasSizeLessThan(105);
    }

    @Test
    void neverCutsACharacterInHalf() {
        String many = "\uD83D\uDE00".repeat(100);
        Excerpt excerpt = of(many + " needle " + many, "needle");
        assertThat(excerpt.before()
                        .codePoints()
                        .noneMatch(point -> Character.isSurrogate((char) point) && point < 65536))
                .isTrue();
        assertThat(excerpt.after()
                        .codePoints()
                        .noneMatch(point -> Character.isSurrogate((char) point) && point < 65536))
                .isTrue();
    }

    @Test
    void showsTheBeginningWhenItDoesNotSeeTheWord() {
        assertThat(of("Who owes me money?", "rent")).isEqualTo(new Excerpt("", "", "Who owes me money?"));
    }
}
