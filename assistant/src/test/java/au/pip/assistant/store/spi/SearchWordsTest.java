package au.pip.assistant.store.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            How much GST do I owe?        ; how much gst do i owe
            You owe $1,234.50 AUD         ; you owe 1 234 50 aud
            GST gst Gst                   ; gst
            Café Müller, ÆRØ              ; cafe muller ærø
            O'Brien & Sons                ; o brien sons
            INV-0042 of 2026-11-27        ; inv 0042 of 2026 11 27
            ＧＳＴ ﬁnance №5 ² ½            ; gst finance no5 2 1
            日本語の請求書                   ; 日本語の請求書
            счёт ΛΌΓΟΣ                    ; счет λογος
            İstanbul Straße               ; istanbul straße
            🧾 receipt 🇦🇺                 ; receipt
            NEAR(a b) "c" d* e:f g_h      ; near a b c d e f g h
            𝒳 𐐀                           ; x 𐐨
            """)
    void areLettersAndDigitsInSmallLettersWithoutAccents(String text, String words) {
        assertThat(String.join(" ", SearchWords.of(text))).isEqualTo(words);
    }

    @Test
    void aTextOfSignsHasNone() {
        for (String text : List.of("", " ", "…?!", "🧾 👩‍👩‍👧‍👦", "\0", "\uD83D", "\u0301")) {
            assertThat(SearchWords.of(text)).as(text).isEmpty();
        }
    }

    @Test
    void aNulOrALoneSurrogateEndsAWord() {
        assertThat(SearchWords.of("before\0after a\uD83Db c\uDE00d"))
                .containsExactly("before", "after", "a", "b", "c", "d");
    }

    @Test
    void areCutAtFortyCharacters() {
        assertThat(SearchWords.of("x".repeat(40) + " " + "y".repeat(41) + "z w"))
                .containsExactly("x".repeat(40), "y".repeat(40), "w");
        assertThat(SearchWords.of("𐐨".repeat(50))).containsExactly("𐐨".repeat(40));
    }

    @Test
    void areTheFirstTwoThousandDifferentOnes() {
        String many = IntStream.range(0, 2_100).mapToObj(number -> "w" + number).collect(Collectors.joining(" "));

        assertThat(SearchWords.of(many)).hasSize(2_000).contains("w1999").doesNotContain("w2000");
        assertThat(SearchWords.of("one two ".repeat(3_000) + "three")).containsExactly("one", "two", "three");
    }

    @Property(tries = 1000)
    void areTheSameOfTheWordsThemselves(@ForAll("texts") String text) {
        Set<String> words = SearchWords.of(text);

        assertThat(SearchWords.of(String.join(" ", words))).isEqualTo(words);
    }

    @Property(tries = 1000)
    void areTheSameOfTheTextTwice(@ForAll("texts") String text) {
        assertThat(SearchWords.of(text + " " + text)).isEqualTo(SearchWords.of(text));
    }

    @Property(tries = 1000)
    void areOfUtf8AndOfOneCase(@ForAll("texts") String text) {
        assertThat(SearchWords.of(text)).allSatisfy(word -> {
            assertThat(StoredText.written(word)).isSameAs(word);
            assertThat(word.toLowerCase(Locale.ROOT)).isEqualTo(word);
            assertThat(word.codePointCount(0, word.length())).isBetween(1, 2 * SearchWords.LONGEST);
        });
    }

    /** Letters of any script with marks, signs and odd chars between them. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> telling = Arbitraries.of(
                " ", "a", "B", "é", "e\u0301", "\u0301", "İ", "ß", "ﬁ", "½", "Σ", "σ", "ς", "日", "1", "$", "\0",
                "\uD83D", "😀", "𐐀", "𝒳", "\u200D");
        Arbitrary<String> any = Arbitraries.strings().all().ofLength(1);
        return Arbitraries.oneOf(telling, any).list().ofMaxSize(20).map(parts -> String.join("", parts));
    }
}
