package au.pip.llm.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

class JsonPullTest {
    private final JsonPull pull = new JsonPull();

    /**
     * Every token with its text, as Jackson gives them; null when Jackson says that it is not JSON. A second document
     * after the first, which Jackson's parser would go on with, is none either.
     */
    private static List<String> byJackson(byte[] document) {
        List<String> tokens = new ArrayList<>();
        boolean whole = false;
        try (JsonParser parser = Json.MAPPER.createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (whole) {
                    return null;
                }
                tokens.add(token + " " + (isText(token) || token.isNumeric() ? parser.getString() : ""));
                whole = parser.streamReadContext().inRoot();
            }
            return tokens;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private List<String> byPull(byte[] document) {
        List<String> tokens = new ArrayList<>();
        try {
            pull.reset(document, 0, document.length);
            for (JsonToken token = pull.nextToken(); token != JsonToken.NOT_AVAILABLE; token = pull.nextToken()) {
                String text = isText(token) || token.isNumeric() ? pull.getString() : "";
                tokens.add(token + " " + text);
            }
            return tokens;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private static boolean isText(JsonToken token) {
        return token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
    }

    @Provide
    Arbitrary<String> documents() {
        return documents(3);
    }

    private static Arbitrary<String> documents(int depth) {
        Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(12).map(Json.MAPPER::writeValueAsString);
        Arbitrary<String> leaves = Arbitraries.oneOf(
                texts,
                Arbitraries.of("true", "false", "null", "0", "-7", "12345678901", "[]", "{}", " [ ] "),
                Arbitraries.integers().map(String::valueOf));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> inner = documents(depth - 1);
        Arbitrary<String> names = Arbitraries.oneOf(texts, Arbitraries.of("\"a\"", "\"type\"", "\"delta\""));
        Arbitrary<String> fields = Combinators.combine(names, inner).as((name, value) -> name + ": " + value);
        return Arbitraries.oneOf(
                leaves,
                inner.list().ofMaxSize(4).map(all -> "[" + String.join(", ", all) + "]"),
                fields.list().ofMaxSize(4).map(all -> "{\n" + String.join(",\r\t", all) + "}"));
    }

    @Property(tries = 2000)
    void readsAnyDocumentAsJacksonDoes(@ForAll("documents") String document) {
        byte[] bytes = document.getBytes(UTF_8);

        assertThat(byPull(bytes)).isNotNull().isEqualTo(byJackson(bytes));
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return documents()
                .flatMap(document -> Arbitraries.integers()
                        .between(0, Math.max(0, document.length() - 1))
                        .flatMap(at -> Arbitraries.of(
                                        "", "\"", "{", "}", "[", "]", ",", ":", "\\", "0", "-", ".", "e", "x", "\u0001",
                                        "\\u12")
                                .map(junk -> Tuple.of(document, at, junk))))
                .map(damage -> {
                    String document = damage.get1();
                    int at = damage.get2();
                    return (document.substring(0, at)
                                    + damage.get3()
                                    + document.substring(Math.min(document.length(), at + 1)))
                            .getBytes(UTF_8);
                });
    }

    @Property(tries = 3000)
    void refusesWhatJacksonRefuses(@ForAll("damaged") byte[] document) {
        assertThat(byPull(document)).isEqualTo(byJackson(document));
    }

    @Property(tries = 1000)
    void endsOnAnyBytes(@ForAll byte[] document) {
        byPull(document);
    }

    @Test
    void readsOnlyItsPartOfABuffer() {
        byte[] buffer = "xx{\"a\":1}yy".getBytes(UTF_8);

        pull.reset(buffer, 2, 7);

        assertThat(pull.nextToken()).isEqualTo(JsonToken.START_OBJECT);
        assertThat(pull.nextName()).isEqualTo("a");
        assertThat(pull.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
        assertThat(pull.getLongValue()).isEqualTo(1);
        assertThat(pull.nextToken()).isEqualTo(JsonToken.END_OBJECT);
        assertThat(pull.nextToken()).isEqualTo(JsonToken.NOT_AVAILABLE);
    }

    @Test
    void givesTreesAndSkipsThem() {
        byte[] document =
                "{\"skip\":[1,{\"x\":[]}],\"take\":{\"n\":10.50,\"t\":\"é\\n\"},\"last\":\"z\"}".getBytes(UTF_8);
        pull.reset(document, 0, document.length);
        pull.nextToken();

        assertThat(pull.nextName()).isEqualTo("skip");
        pull.nextToken();
        pull.skipChildren();
        assertThat(pull.nextName()).isEqualTo("take");
        pull.nextToken();
        assertThat(pull.readValueAsTree().toString()).isEqualTo("{\"n\":10.50,\"t\":\"é\\n\"}");
        assertThat(pull.nextName()).isEqualTo("last");
        pull.nextToken();
        assertThat(pull.readValueAsTree().stringValue()).isEqualTo("z");
        assertThat(pull.nextName()).isNull();
    }

    @Test
    void givesARepeatedNameAsTheSameObject() {
        byte[] document = "{\"delta\":{\"delta\":1}}".getBytes(UTF_8);
        pull.reset(document, 0, document.length);
        pull.nextToken();
        String name = pull.nextName();
        pull.nextToken();

        assertThat(pull.nextName()).isSameAs(name).isEqualTo("delta");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "1.5", "1e3"})
    void hasNoWholeNumberForOneThatIsNone(String number) {
        byte[] document = number.getBytes(UTF_8);
        pull.reset(document, 0, document.length);
        pull.nextToken();

        assertThatThrownBy(pull::getLongValue).isInstanceOf(JacksonException.class);
    }

    @Test
    void readsOverWhatIsOfAnotherKindThanWanted() {
        byte[] document = "{\"a\":{\"x\":[1]},\"b\":\"\",\"c\":\"t\",\"d\":7,\"e\":\"7\",\"f\":null,\"g\":[2],\"h\":{}}"
                .getBytes(UTF_8);
        pull.reset(document, 0, document.length);
        pull.nextToken();

        List<Object> read = new ArrayList<>();
        for (Supplier<Object> way : List.<Supplier<Object>>of(
                pull::textOrEmpty,
                () -> String.valueOf(pull.textOrNull()),
                pull::repeatedTextOrEmpty,
                () -> pull.intOr(-1),
                () -> pull.intOr(-1),
                () -> String.valueOf(pull.treeOrNull()),
                pull::entersObject,
                pull::entersObject)) {
            pull.nextName();
            pull.nextToken();
            read.add(way.get());
        }

        assertThat(read).containsExactly("", "null", "t", 7, -1, "null", false, true);
        assertThat(pull.nextName()).isNull();
        assertThat(pull.nextToken()).isEqualTo(JsonToken.END_OBJECT);
    }

    @Test
    void refusesBadUtf8InsteadOfReplacingIt() {
        byte[] document = {'"', 'a', (byte) 0xC3, '"'};
        pull.reset(document, 0, document.length);
        pull.nextToken();

        assertThatThrownBy(pull::getString).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesNestingWithoutAnEnd() {
        byte[] document = "[".repeat(100_000).getBytes(UTF_8);

        assertThat(byPull(document)).isNull();
    }
}
