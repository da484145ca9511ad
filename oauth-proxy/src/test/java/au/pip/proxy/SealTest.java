package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealTest {
    private final Seal seal = new Seal();

    @Test
    void opensWhatItSealedForThePurposeOnly() {
        String sealed = seal.seal("one", "a text, \u00fcml\u00e4ut");

        assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("text");
        assertThat(seal.open("one", sealed)).contains("a text, \u00fcml\u00e4ut");
        assertThat(seal.open("two", sealed)).isEmpty();
        assertThat(new Seal().open("one", sealed)).isEmpty();
        assertThat(seal.seal("one", "a text, \u00fcml\u00e4ut")).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingThatWasChanged() {
        String sealed = seal.seal("one", "a text");

        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(seal.open("one", sealed.substring(0, i) + other + sealed.substring(i + 1)))
                    .isEmpty();
            assertThat(seal.open("one", sealed.substring(0, i))).isEmpty();
        }
        assertThat(seal.open("one", "not base64url!")).isEmpty();
        assertThat(seal.open("one", sealed + "AAAA")).isEmpty();
    }
}
