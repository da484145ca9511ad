package au.pip.sandbox.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Xero's JSON: dates as {@code /Date(milliseconds+0000)/}, money as plain numbers with their decimals kept. */
public final class Wire {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, new LocalDates())
                    .addSerializer(Instant.class, new Instants()))
            .build();

    private Wire() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The form of an instant without an offset, as in an envelope. */
    public static String stamp(Instant instant) {
        return "/Date(" + instant.toEpochMilli() + ")/";
    }

    private static String date(long milliseconds) {
        return "/Date(" + milliseconds + "+0000)/";
    }

    private static final class LocalDates extends ValueSerializer<LocalDate> {
        @Override
        public void serialize(LocalDate date, JsonGenerator generator, SerializationContext context) {
            generator.writeString(
                    date(date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli()));
        }
    }

    private static final class Instants extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant instant, JsonGenerator generator, SerializationContext context) {
            generator.writeString(date(instant.toEpochMilli()));
        }
    }
}
