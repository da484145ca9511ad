package au.pip.llm.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parser that takes any bytes: they are read, or refused in the way the parser says, and nothing else happens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ParserFuzz {
    private static final int DAMAGED = 200;

    /** Parses, and throws only when the parser did what it must not. */
    protected abstract void parse(byte[] bytes) throws Exception;

    /** Bytes that the parser knows, to begin with. */
    protected abstract Stream<byte[]> seeds();

    @ParameterizedTest
    @MethodSource("seeds")
    void takesItsSeedsWholeAndDamaged(byte[] seed) throws Exception {
        parse(seed);
        Random random = new Random(Arrays.hashCode(seed));
        for (int copy = 0; copy < DAMAGED; copy++) {
            byte[] damaged = damage(seed, random);
            try {
                parse(damaged);
            } catch (Exception | Error refused) {
                throw new AssertionError("these bytes: " + Arrays.toString(damaged), refused);
            }
        }
    }

    /** Some bytes changed, then one stretch left out, written twice, or cut with all that follows. */
    private static byte[] damage(byte[] seed, Random random) {
        byte[] damaged = seed.clone();
        if (damaged.length == 0) {
            return damaged;
        }
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            byte[] odd = {
                0, '"', '{', '}', '[', ']', ':', ',', '\\', '\n', '\r', '-', '9', 'e', (byte) 0xFF, (byte) 0xC3
            };
            damaged[random.nextInt(damaged.length)] = odd[random.nextInt(odd.length)];
        }
        int from = random.nextInt(damaged.length);
        int to = Math.min(damaged.length, from + 1 + random.nextInt(40));
        return switch (random.nextInt(4)) {
            case 0 -> join(Arrays.copyOf(damaged, from), Arrays.copyOfRange(damaged, to, damaged.length));
            case 1 -> join(Arrays.copyOf(damaged, to), Arrays.copyOfRange(damaged, from, damaged.length));
            case 2 -> Arrays.copyOf(damaged, from);
            default -> damaged;
        };
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void takesAnything(byte[] bytes) throws Exception {
        if (bytes != null) {
            parse(bytes);
        }
    }
}
