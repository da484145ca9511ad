package au.pip.store.dynamodb;

import java.util.Locale;

/** Enum constants as rows hold them. */
final class Word {
    private Word() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E read(String word, Class<E> constants) {
        return Enum.valueOf(constants, word.toUpperCase(Locale.ROOT));
    }
}
