package au.pip.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyTextTest {
    @Property
    void differentPartsAreDifferentKeys(
            @ForAll("someParts") List<String> one, @ForAll("someParts") List<String> other) {
        assertThat(key(one).equals(key(other))).isEqualTo(one.equals(other));
    }

    @Property
    void aKeyIsTextThatEveryDatabaseKeepsAndFits(@ForAll("someParts") List<String> parts) {
        String key = key(parts);

        assertThat(new String(bytes(key), StandardCharsets.UTF_8)).isEqualTo(key);
        assertThat(bytes(key).length).isLessThanOrEqualTo(1024);
        assertThat(key.chars()).allMatch(each -> each > ' ');
    }

    @Property
    void keysAreInTheOrderOfTheirParts(
            @ForAll("whole") String first, @ForAll("whole") String second, @ForAll("whole") String third) {
        int order = Arrays.compareUnsigned(bytes(first), bytes(second));

        assertThat(Integer.signum(compare(KeyText.of("k", first), KeyText.of("k", second))))
                .isEqualTo(Integer.signum(order));
        if (order != 0) {
            assertThat(Integer.signum(compare(KeyText.of("k", first, third), KeyText.of("k", second, ""))))
                    .isEqualTo(Integer.signum(order));
        }
    }

    @Property
    void numbersAreInTheirOrder(@ForAll long one, @ForAll long other) {
        assertThat(Integer.signum(compare(KeyText.number(one), KeyText.number(other))))
                .isEqualTo(Long.compare(one, other));
        assertThat(KeyText.number(one)).hasSize(16);
    }

    @Property
    void whatBeginsSoIsAKeyThatBeginsSo(@ForAll("whole") String prefix, @ForAll("whole") String rest) {
        assertThat(KeyText.part(prefix + rest)).startsWith(KeyText.beginning(prefix));
    }

    @Example
    void longPartsThatBeginAlikeAreDifferentKeys() {
        String begins = "é".repeat(5_000);

        assertThat(KeyText.part(begins + "a"))
                .isNotEqualTo(KeyText.part(begins + "b"))
                .hasSizeLessThan(KeyText.LONGEST);
        assertThat(KeyText.part(begins + "a")).isEqualTo(KeyText.part(begins + "a"));
        // What a hash looks like is not what a part looks like.
        assertThat(KeyText.part(KeyText.part(begins))).isNotEqualTo(KeyText.part(begins));
    }

    @Provide
    Arbitrary<List<String>> someParts() {
        Arbitrary<String> strange = Arbitraries.strings()
                .withChars('#', '$', 'h', 'a', 'A', ' ', '\0', '\u001A', '\uD83D', '\uDE00', '%', 'é', '0')
                .ofMaxLength(4);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(300);
        return Arbitraries.oneOf(strange, strange, any).list().ofMinSize(1).ofMaxSize(3);
    }

    /** Texts without lone surrogates, whose bytes have an order. */
    @Provide
    Arbitrary<String> whole() {
        return Arbitraries.oneOf(
                        Arbitraries.strings()
                                .withChars('#', '$', 'a', ' ', '\0', '!', '~', '%', 'é', '\uFFFD')
                                .ofMaxLength(5),
                        Arbitraries.strings().all().ofMaxLength(20))
                .filter(text -> new String(bytes(text), StandardCharsets.UTF_8).equals(text));
    }

    private static String key(List<String> parts) {
        return KeyText.of("k", parts.toArray(String[]::new));
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(bytes(one), bytes(other));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
