package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void takesOutWhatWouldTalkToTheTerminal() {
        assertThat(Printable.of("a\u001B[2Jb\u0007c\r\nd\u009B31me\u202Eevil\u2066\tf"))
                .isEqualTo("a[2Jbc\nd31meevil f");
    }

    @Test
    void keepsEveryScript() {
        String text = "Nguyễn, Müller, 株式会社, 👩‍🔧, العربية\n– …";
        assertThat(Printable.of(text)).isEqualTo(text);
    }
}
