package au.pip.assistant.care;

import au.pip.assistant.store.Field;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.StoredText;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an archive: gzip'd lines of JSON. The first is an object, the header; then a row a line, an array of its noun
 * and its values; then an object with counts and digests; last the {@link ArchiveSeal}. Texts are written as {@link
 * StoredText} has them.
 */
final class ArchiveWriter {
    static final int FORMAT = 1;
    private static final JsonMapper LINES = JsonMapper.builder(
                    JsonFactory.builder().rootValueSeparator("\n").build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    private static final int BUFFER = 1 << 16;

    private final DigestOutputStream file;
    private final GZIPOutputStream gzip;
    private final JsonGenerator lines;
    private final Counting counting = new Counting();

    /** @param out not closed here */
    ArchiveWriter(OutputStream out, ArchiveHeader header) throws IOException {
        file = new DigestOutputStream(out, CanonicalRow.sha256());
        gzip = new GZIPOutputStream(file, BUFFER);
        lines = LINES.createGenerator(gzip);
        head(header);
    }

    void add(Row row) {
        counting.add(row);
        lines.writeStartArray();
        lines.writeString(row.noun().word());
        for (Object value : row.values()) {
            switch (value) {
                case null -> lines.writeNull();
                case String text -> lines.writeString(StoredText.written(text));
                case Long number -> lines.writeNumber(number);
                default -> throw new IllegalArgumentException("neither a text nor a number: " + value.getClass());
            }
        }
        lines.writeEndArray();
    }

    long rows() {
        return counting.rows();
    }

    /** Writes what ends the archive; nothing can be added afterwards. */
    Tally end() throws IOException {
        Tally tally = counting.tally();
        foot(tally);
        lines.close();
        gzip.write('\n');
        gzip.finish();
        String digest = HexFormat.of().formatHex(file.getMessageDigest().digest());
        file.write(ArchiveSeal.of(digest));
        file.flush();
        return tally;
    }

    private void head(ArchiveHeader header) {
        lines.writeStartObject();
        lines.writeStringProperty("pip", "backup");
        lines.writeNumberProperty("format", FORMAT);
        lines.writeStringProperty("version", header.version());
        lines.writeStringProperty("made", header.made().toString());
        lines.writeStringProperty("from", header.from());
        lines.writeBooleanProperty("one_moment", header.oneMoment());
        lines.writeObjectPropertyStart("nouns");
        for (Noun noun : Noun.values()) {
            lines.writeArrayPropertyStart(noun.word());
            for (Field field : noun.fields()) {
                lines.writeString(field.name());
            }
            lines.writeEndArray();
        }
        lines.writeEndObject();
        lines.writeEndObject();
    }

    private void foot(Tally tally) {
        lines.writeStartObject();
        lines.writeNumberProperty("rows", tally.rows());
        lines.writeObjectPropertyStart("nouns");
        for (Noun noun : Noun.values()) {
            lines.writeObjectPropertyStart(noun.word());
            lines.writeNumberProperty("rows", tally.part(noun).rows());
            lines.writeStringProperty("digest", tally.part(noun).digest());
            lines.writeEndObject();
        }
        lines.writeEndObject();
        lines.writeEndObject();
    }
}
