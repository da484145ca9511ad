package au.pip.assistant.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The order of texts in every database: that of their bytes in UTF-8. */
final class Bytewise implements Comparator<String> {
    static final Bytewise ORDER = new Bytewise();

    /** In this order. Other orders (of a language, of UTF-16, without case) put some of them elsewhere. */
    static final List<String> NAMES = Stream.of(
                    "0", "10", "9", "A", "Z", "a", "a ", "a!", "a#b", "a-b", "a/b", "aB", "ab", "b", "e", "z", "~", "É",
                    "é", "ß", "œ", "日本", "\uFFFD", "😀")
            .sorted(ORDER)
            .toList();

    private Bytewise() {}

    @Override
    public int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
