package au.pip.llm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CallIdTest {
    @Test
    void keepsWhatIsSafe() {
        assertThat(CallId.safe("toolu_01A-b")).isEqualTo("toolu_01A-b");
        assertThat(CallId.safe("functions.get:0")).isEqualTo("functions_get_0");
        assertThat(CallId.safe("")).isEqualTo("call");
    }

    @Test
    void tellsLongIdsApart() {
        String beginning = "x".repeat(100);

        assertThat(CallId.safe(beginning + "1"))
                .hasSize(64)
                .startsWith("xxx")
                .isNotEqualTo(CallId.safe(beginning + "2"));
    }

    @Property(tries = 200)
    void alwaysFits(@ForAll String id) {
        assertThat(CallId.safe(id)).matches("[A-Za-z0-9_-]{1,64}").isEqualTo(CallId.safe(id));
    }
}
