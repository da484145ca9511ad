package au.pip.llm.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A price file of the user's own, for hosts whose models the catalogue does not know. */
final class OwnPrices {
    private OwnPrices() {}

    /** A dollar for a million tokens in, two for those out. */
    static Path in(Path directory, String provider, String model) {
        try {
            return Files.writeString(directory.resolve("prices.json"), """
                    {"version": "mine", "models": [
                      {"provider": "%s", "model": "%s", "prices": [{"input": 1, "output": 2}]}]}""".formatted(provider, model));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
