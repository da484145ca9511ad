package au.pip.llm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.json.Json;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class EstimateTest {
    private static long tokens(String text) {
        return Estimate.inputTokens(List.of(Message.user(text)), ChatOptions.defaults());
    }

    private static long tokens(Part part) {
        return Estimate.inputTokens(List.of(new Message(Role.ASSISTANT, List.of(part))), ChatOptions.defaults());
    }

    /** Gemini and Llama 3 know single digits only; nobody makes two tokens of a byte. */
    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "{}[]!?", "\u0e20\u0e32", "\ud83d\udc69\u200d\ud83d\udd2c"})
    void countsDigitsSignsAndOtherLettersByTheByte(String piece) {
        String text = (piece + " ").repeat(100);

        assertThat(tokens(text)).isGreaterThanOrEqualTo(100L * piece.getBytes(UTF_8).length);
    }

    @Test
    void countsWordsAsHalfAsManyTokensAsLetters() {
        String words = "The balance of the account is due at the end of the month ".repeat(100);

        assertThat(tokens(words)).isBetween(words.length() / 2L, words.length() / 2L + 40);
    }

    @Test
    void countsWhatIsNoWordByTheLetter() {
        String noise = "qZxWvKjPbTgYhNmRfDcS".repeat(100);

        assertThat(tokens(noise)).isGreaterThanOrEqualTo(noise.length());
    }

    @Test
    void countsWhatAProviderWantsToSeeAgain() {
        ProviderData encrypted = new ProviderData("openai", Json.object().put("encrypted_content", "x".repeat(80_000)));

        assertThat(tokens(new Part.Thinking("", encrypted))).isGreaterThan(40_000);
        assertThat(tokens(new Part.Text("", encrypted))).isGreaterThan(40_000);
        assertThat(tokens(new Part.ToolCall("c", "t", Json.object(), encrypted)))
                .isGreaterThan(40_000);
    }

    /** Anthropic adds up to 550 tokens of its own. */
    @Test
    void countsTheInstructionsThatComeWithToolsAndSchemas() {
        List<Message> hello = List.of(Message.user("Hello"));
        ToolSpec tool = new ToolSpec("t", "", Json.object());
        OutputSchema schema = new OutputSchema("s", Json.object());
        ChatOptions options = ChatOptions.defaults();
        long plain = Estimate.inputTokens(hello, options);

        assertThat(Estimate.inputTokens(hello, options.withTools(List.of(tool))))
                .isGreaterThan(plain + 550);
        assertThat(Estimate.inputTokens(hello, options.withOutputSchema(schema)))
                .isGreaterThan(plain + 550);
    }

    @Test
    void countsFieldsOfTheCallersOwn() {
        ChatOptions options = ChatOptions.defaults();
        ObjectNode extra = Json.object().put("context", "one two three ".repeat(1000));

        assertThat(Estimate.inputTokens(List.of(), options.withExtra(extra)))
                .isGreaterThan(Estimate.inputTokens(List.of(), options) + 6000);
        assertThat(Estimate.bounds(extra)).isTrue();
        assertThat(Estimate.bounds(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"max_tokens\": 9}",
                "{\"max_output_tokens\": 9}",
                "{\"generationConfig\": {\"maxOutputTokens\": 9}}",
                "{\"options\": {\"num_predict\": 9}}",
                "{\"n\": 2}",
                "{\"tools\": []}",
                "{\"model\": \"another\"}"
            })
    void boundsNothingWhereTheCallersFieldsDecide(String extra) {
        assertThat(Estimate.bounds(Json.parseObject(extra))).isFalse();
    }

    @Test
    void countsThePagesOfASmallDocument() {
        String pages = "1 0 obj <</Type /Pages /Count 40>> endobj " + "<</Type /Page>> ".repeat(40);

        assertThat(tokens(document(pages.getBytes(ISO_8859_1)))).isBetween(40 * 5000L, 41 * 5000L);
    }

    @Test
    void countsPagesInCompressedObjectStreamsToo() {
        byte[] hidden = "<</Type/Page>> ".repeat(40).getBytes(ISO_8859_1);
        Deflater deflater = new Deflater();
        deflater.setInput(hidden);
        deflater.finish();
        byte[] compressed = new byte[1000];
        int length = deflater.deflate(compressed);
        deflater.end();
        String file = "1 0 obj <</Type/ObjStm/N 40/Filter/FlateDecode>>\nstream\n"
                + new String(compressed, 0, length, ISO_8859_1)
                + "\nendstream";

        assertThat(tokens(document(file.getBytes(ISO_8859_1)))).isBetween(40 * 5000L, 41 * 5000L);
    }

    @Test
    void countsALargeDocumentByItsSize() {
        assertThat(tokens(document(new byte[300_000]))).isGreaterThanOrEqualTo(200_000);
        assertThat(tokens(new Part.Document("application/pdf", "x", "no base64!")))
                .isGreaterThanOrEqualTo(5000);
    }

    private static Part document(byte[] file) {
        return new Part.Document("application/pdf", "x.pdf", Base64.getEncoder().encodeToString(file));
    }
}
