package au.pip.llm.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.LlmException;
import au.pip.llm.fuzz.ParserFuzz;
import java.util.stream.Stream;

class DotEnvFuzzTest extends ParserFuzz {
    @Override
    protected void parse(byte[] bytes) {
        try {
            assertThat(DotEnv.parse("file", new String(bytes, UTF_8))).doesNotContainKey("");
        } catch (LlmException.Configuration malformed) {
            assertThat(malformed).hasMessageStartingWith("file, line ");
        }
    }

    @Override
    protected Stream<byte[]> seeds() {
        return Stream.of(
                        "# comment\nexport A=b # c\nB='x y'\r\nC=\"a\\n\\\"\\\\\\$\"\n\nD=\n",
                        "\uFEFFLLM_API_KEY=\"sk-ä€😀\"",
                        "KEY=\"" + "line\\n".repeat(3000) + "\"",
                        "A='open\nB=\"open\\")
                .map(text -> text.getBytes(UTF_8));
    }
}
