package au.pip.assistant.care;

import au.pip.assistant.store.Field;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.StoredText;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link ArchiveWriter} wrote: the header at once, then row by row, then the tally. */
final class ArchiveReader implements AutoCloseable {
    private static final JsonMapper LINES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();
    private static final int BUFFER = 1 << 16;

    private final JsonParser lines;
    private final ArchiveHeader header;
    private @Nullable Tally tally;
    private Noun last = Noun.ACCOUNT;

    /** @throws Malformed when it does not begin as an archive does */
    ArchiveReader(InputStream in) throws Malformed {
        lines = begun(in);
        header = well(() -> header(object()));
    }

    /** It is not written as an archive is. The message says what is amiss. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    ArchiveHeader header() {
        return header;
    }

    /** The next row; null after the last, when {@link #tally} is known and the file is at its end. */
    @Nullable
    Row next() throws Malformed {
        return well(() -> {
            JsonToken token = lines.nextToken();
            if (token == JsonToken.START_ARRAY) {
                return row();
            }
            if (token != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("its counts are missing");
            }
            tally = tally(lines.readValueAsTree());
            JsonNode seal = object();
            if (!seal.path("sha256").isString() || lines.nextToken() != null) {
                throw new IllegalArgumentException("something follows its end");
            }
            return null;
        });
    }

    /** What the archive says of its rows. */
    Tally tally() {
        if (tally == null) {
            throw new IllegalStateException("not read to its end yet");
        }
        return tally;
    }

    @Override
    public void close() {
        lines.close();
    }

    private static JsonParser begun(InputStream in) throws Malformed {
        try {
            return LINES.createParser(new GZIPInputStream(in, BUFFER));
        } catch (IOException notGzip) {
            throw new Malformed("it is not compressed as gzip does", notGzip);
        }
    }

    @FunctionalInterface
    private interface Reading<T extends @Nullable Object> {
        T read();
    }

    private static <T extends @Nullable Object> T well(Reading<T> reading) throws Malformed {
        try {
            return reading.read();
        } catch (JacksonException broken) {
            throw new Malformed(broken.getOriginalMessage(), broken);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException broken) {
            throw new Malformed(String.valueOf(broken.getMessage()), broken);
        }
    }

    private JsonNode object() {
        if (lines.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("an object is missing");
        }
        return lines.readValueAsTree();
    }

    private static ArchiveHeader header(JsonNode header) {
        if (!"backup".equals(header.path("pip").asString(""))) {
            throw new IllegalArgumentException("it is no backup");
        }
        String version = header.path("version").asString("");
        if (header.path("format").asInt(0) != ArchiveWriter.FORMAT || !sameNouns(header.path("nouns"))) {
            throw new CareException("This backup was made by Pip " + version
                    + ", which keeps other rows than this one: restore it with that version.");
        }
        return new ArchiveHeader(
                version,
                Instant.parse(header.path("made").asString("")),
                header.path("from").asString(""),
                header.path("one_moment").asBoolean(false));
    }

    private static boolean sameNouns(JsonNode nouns) {
        if (nouns.size() != Noun.values().length) {
            return false;
        }
        for (Noun noun : Noun.values()) {
            List<String> fields = nouns.path(noun.word())
                    .valueStream()
                    .map(field -> field.asString(""))
                    .toList();
            if (!fields.equals(noun.fields().stream().map(Field::name).toList())) {
                return false;
            }
        }
        return true;
    }

    private Row row() {
        Noun of = noun(text());
        List<@Nullable Object> values = new ArrayList<>(of.fields().size());
        for (JsonToken token = lines.nextToken(); token != JsonToken.END_ARRAY; token = lines.nextToken()) {
            values.add(
                    switch (token) {
                        case VALUE_NULL -> null;
                        case VALUE_STRING -> StoredText.read(lines.getString());
                        case VALUE_NUMBER_INT -> lines.getLongValue();
                        case null -> throw new IllegalArgumentException("a row is cut");
                        default -> throw new IllegalArgumentException("a row holds a value of another kind");
                    });
        }
        return new Row(of, values);
    }

    private String text() {
        if (lines.nextToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("a row has no noun");
        }
        return lines.getString();
    }

    /** Nouns come in their order, so that what a row refers to is there before it. */
    private Noun noun(String word) {
        for (Noun noun : Noun.values()) {
            if (noun.word().equals(word) && noun.compareTo(last) >= 0) {
                last = noun;
                return noun;
            }
        }
        throw new IllegalArgumentException("its rows are not in their order");
    }

    private static Tally tally(JsonNode footer) {
        Map<Noun, Tally.Part> parts = new EnumMap<>(Noun.class);
        for (Noun noun : Noun.values()) {
            JsonNode part = footer.path("nouns").path(noun.word());
            if (!part.path("rows").isIntegralNumber()) {
                throw new IllegalArgumentException("it has no counts");
            }
            parts.put(
                    noun,
                    new Tally.Part(
                            part.path("rows").asLong(), part.path("digest").asString("")));
        }
        Tally tally = new Tally(parts);
        if (footer.path("rows").asLong(-1) != tally.rows()) {
            throw new IllegalArgumentException("its counts do not add up");
        }
        return tally;
    }
}
