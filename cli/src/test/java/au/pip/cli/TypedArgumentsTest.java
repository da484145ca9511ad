package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedArgumentsTest {
    @Test
    void readsWhatTheLocaleLost() {
        String[] lost = {"ask", "M\uFFFD\uFFFDller?", ""};
        byte[] line = "java\0-cp\0x\0Main\0ask\0Müller?\0\0".getBytes(UTF_8);
        assertThat(TypedArguments.restore(lost, line)).containsExactly("ask", "Müller?", "");
    }

    @Test
    void keepsTheArgumentsWhenTheCommandLineIsAnother() {
        String[] lost = {"ask", "M\uFFFD\uFFFDller?"};
        assertThat(TypedArguments.restore(lost, "java\0chat\0Müller?\0".getBytes(UTF_8)))
                .isSameAs(lost);
        assertThat(TypedArguments.restore(lost, "x\0".getBytes(UTF_8))).isSameAs(lost);
        String[] whole = {"ask", "Müller?"};
        assertThat(TypedArguments.of(whole)).isSameAs(whole);
    }
}
