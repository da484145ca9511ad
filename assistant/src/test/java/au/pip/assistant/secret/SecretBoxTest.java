package au.pip.assistant.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.AccountId;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final SecretPlace PLACE = new SecretPlace(new AccountId("ann"), "xero-tokens", "connection-1");

    private final MasterKey key = MasterKey.random(new SecureRandom());
    private final SecretBox box = SecretBox.over(() -> new Keyring(key, List.of()));

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(200);
    }

    @Provide
    Arbitrary<SecretPlace> places() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars('a', 'b', '|', '\0', '\uD83D', '\uDE00', 'é')
                .ofMaxLength(3);
        return Combinators.combine(words, words, words)
                .as((account, kind, owner) -> new SecretPlace(new AccountId(account), kind, owner));
    }

    @Property(tries = 2000)
    void opensWhatItSealed(@ForAll("texts") String text, @ForAll("places") SecretPlace place) {
        assertThat(box.open(place, box.seal(place, text))).isEqualTo(new Opened.Text(text));
    }

    @Property(tries = 3000)
    void refusesEveryFlippedBitOfTheText(
            @ForAll("texts") String text,
            @ForAll @IntRange(max = 1_000_000) int at,
            @ForAll @IntRange(max = 15) int bit) {
        char[] sealed = box.seal(PLACE, text).toCharArray();
        sealed[at % sealed.length] ^= (char) (1 << bit);
        assertThat(box.open(PLACE, new String(sealed))).isNotInstanceOf(Opened.Text.class);
    }

    @Property(tries = 3000)
    void refusesEveryFlippedBitOfNonceAndCiphertext(
            @ForAll("texts") String text,
            @ForAll @IntRange(max = 1_000_000) int at,
            @ForAll @IntRange(max = 7) int bit) {
        SealedText sealed = SealedText.read(box.seal(PLACE, text));
        assertThat(sealed).isNotNull();
        int place = at % (sealed.nonce().length + sealed.ciphertext().length);
        if (place < sealed.nonce().length) {
            sealed.nonce()[place] ^= (byte) (1 << bit);
        } else {
            sealed.ciphertext()[place - sealed.nonce().length] ^= (byte) (1 << bit);
        }
        assertThat(box.open(PLACE, sealed.written())).isEqualTo(new Opened.Refused());
    }

    @Property(tries = 3000)
    void refusesEveryOtherPlace(@ForAll("places") SecretPlace one, @ForAll("places") SecretPlace other) {
        Assume.that(!one.equals(other));
        assertThat(box.open(other, box.seal(one, "text"))).isEqualTo(new Opened.Refused());
    }

    /** The same letters cut elsewhere into account, kind and owner. */
    @Property(tries = 2000)
    void tellsPlacesApartWhereverTheirWordsAreCut(
            @ForAll @IntRange(max = 6) int a,
            @ForAll @IntRange(max = 6) int b,
            @ForAll @IntRange(max = 6) int c,
            @ForAll @IntRange(max = 6) int d) {
        SecretPlace one = cut(a, b);
        SecretPlace other = cut(c, d);
        Assume.that(!one.equals(other));
        assertThat(one.bytes()).isNotEqualTo(other.bytes());
        assertThat(box.open(other, box.seal(one, "text"))).isEqualTo(new Opened.Refused());
    }

    private static SecretPlace cut(int first, int second) {
        String letters = "abcabc";
        int from = Math.min(first, second);
        int to = Math.max(first, second);
        return new SecretPlace(
                new AccountId(letters.substring(0, from)), letters.substring(from, to), letters.substring(to));
    }

    @Test
    void refusesTheLettersOfAKindTakenFromTheAccount() {
        SecretPlace one = new SecretPlace(new AccountId("a"), "bc", "owner");
        SecretPlace other = new SecretPlace(new AccountId("ab"), "c", "owner");
        assertThat(box.open(other, box.seal(one, "text"))).isEqualTo(new Opened.Refused());
    }

    @Property(tries = 1000)
    void takesNoOtherTextForASealedOne(@ForAll("texts") String text) {
        assertThat(box.open(PLACE, text)).isEqualTo(new Opened.Malformed());
        assertThat(box.open(PLACE, "v1." + key.id() + "." + text)).isEqualTo(new Opened.Malformed());
    }

    @Test
    void neverUsesANonceTwice() {
        Set<String> nonces = new HashSet<>();
        for (int seal = 0; seal < 50_000; seal++) {
            nonces.add(box.seal(PLACE, "the same text").split("\\.")[2]);
        }
        assertThat(nonces).hasSize(50_000);
    }

    /** Base64 of 17 bytes has two bits that no byte uses: another letter there would decode to the same bytes. */
    @Test
    void readsOneWritingOnly() {
        String sealed = box.seal(PLACE, "x");
        char last = sealed.charAt(sealed.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String twin = sealed.substring(0, sealed.length() - 1) + alphabet.charAt(alphabet.indexOf(last) + 1);
        assertThat(Base64.getUrlDecoder().decode(twin.split("\\.")[3]))
                .isEqualTo(Base64.getUrlDecoder().decode(sealed.split("\\.")[3]));
        assertThat(box.open(PLACE, twin)).isEqualTo(new Opened.Malformed());
        assertThat(box.open(PLACE, sealed.replace(key.id(), key.id().toUpperCase(Locale.ROOT))))
                .isEqualTo(new Opened.Malformed());
        assertThat(box.open(PLACE, sealed + "=")).isEqualTo(new Opened.Malformed());
    }

    @Test
    void namesTheKeyThatIsNotHere() {
        MasterKey other = MasterKey.random(new SecureRandom());
        String sealed = SecretBox.over(() -> new Keyring(other, List.of())).seal(PLACE, "text");
        assertThat(box.open(PLACE, sealed)).isEqualTo(new Opened.UnknownKey(other.id()));
    }

    @Test
    void opensWithOlderKeysAndSealsWithTheCurrentOne() {
        MasterKey next = MasterKey.random(new SecureRandom());
        String sealed = box.seal(PLACE, "text");
        SecretBox later = SecretBox.over(() -> new Keyring(next, List.of(key)));
        assertThat(later.open(PLACE, sealed)).isEqualTo(new Opened.Text("text"));
        assertThat(later.isCurrent(sealed)).isFalse();
        String anew = later.seal(PLACE, "text");
        assertThat(anew).startsWith("v1." + next.id() + ".");
        assertThat(later.isCurrent(anew)).isTrue();
        assertThat(later.isCurrent("no sealed text")).isFalse();
    }

    @Test
    void noticesANewKeyBeforeItSealsAndWhenItMeetsOne() {
        MasterKey next = MasterKey.random(new SecureRandom());
        ChangingKeys keys = new ChangingKeys(new Keyring(key, List.of()));
        SecretBox running = SecretBox.over(keys);
        String before = running.seal(PLACE, "before");

        keys.keyring = new Keyring(next, List.of(key));
        String elsewhere = SecretBox.over(keys).seal(PLACE, "elsewhere");
        assertThat(running.open(PLACE, elsewhere)).isEqualTo(new Opened.Text("elsewhere"));
        int asked = keys.asked;
        assertThat(running.open(PLACE, before)).isEqualTo(new Opened.Text("before"));
        assertThat(keys.asked).as("a known key is not looked for again").isEqualTo(asked);

        MasterKey third = MasterKey.random(new SecureRandom());
        keys.keyring = new Keyring(third, List.of(next));
        assertThat(running.seal(PLACE, "after")).startsWith("v1." + third.id() + ".");
    }

    @Test
    void showsNothingInItsTextForms() {
        String hex = HexFormat.of().formatHex(key.bytes());
        String base64 = Base64.getEncoder().encodeToString(key.bytes());
        assertThat(List.of(key.toString(), new Keyring(key, List.of(key)).toString()))
                .allSatisfy(shown -> assertThat(shown)
                        .contains(key.id())
                        .doesNotContainIgnoringCase(hex.substring(0, 16))
                        .doesNotContain(base64.substring(0, 12)));
        assertThat(box.open(PLACE, box.seal(PLACE, "sk-very-secret")).toString())
                .doesNotContain("secret");
        assertThat(new Secrets.Kept("sk-very-secret", 1).toString()).doesNotContain("secret");
    }

    @Test
    void knowsAKeyByItsBytes() {
        assertThat(MasterKey.of(key.bytes()).id()).isEqualTo(key.id()).matches("[0-9a-f]{16}");
        assertThat(MasterKey.random(new SecureRandom()).id()).isNotEqualTo(key.id());
        byte[] bytes = key.bytes();
        MasterKey copy = MasterKey.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        assertThat(copy.bytes()).isEqualTo(key.bytes());
        assertThatThrownBy(() -> MasterKey.of(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    /** Keys that another process changes. */
    private static final class ChangingKeys implements KeySource {
        Keyring keyring;
        int asked;

        ChangingKeys(Keyring keyring) {
            this.keyring = keyring;
        }

        @Override
        public Keyring keyring() {
            asked++;
            return keyring;
        }
    }
}
