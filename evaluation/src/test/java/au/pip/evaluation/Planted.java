package au.pip.evaluation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A value that must be nowhere, and how it would look: as it is, in UTF-16, hexadecimal, base64 or a URL. */
record Planted(String name, byte[] value) {
    Planted(String name, String value) {
        this(name, value.getBytes(UTF_8));
    }

    /** Which of its forms are in these bytes. */
    List<String> in(byte[] bytes) {
        String haystack = new String(bytes, ISO_8859_1);
        return forms().stream()
                .filter(form -> haystack.contains(form.letters()))
                .map(form -> name + " " + form.name())
                .distinct()
                .toList();
    }

    record Form(String name, String letters) {}

    List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        String text = new String(value, ISO_8859_1);
        forms.add(new Form("as it is", text));
        forms.add(new Form("in UTF-16", new String(text.getBytes(UTF_16LE), ISO_8859_1)));
        forms.add(new Form("in UTF-16", new String(text.getBytes(UTF_16BE), ISO_8859_1)));
        forms.add(new Form("in hexadecimal", HexFormat.of().formatHex(value)));
        forms.add(new Form("in hexadecimal", HexFormat.of().formatHex(value).toUpperCase(Locale.ROOT)));
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            for (int before = 0; before < 3; before++) {
                forms.add(new Form("in base64", inner(encoder, before)));
            }
        }
        forms.add(new Form("in a URL", HexFormat.of().withPrefix("%").formatHex(value)));
        forms.add(new Form(
                "in a URL", HexFormat.of().withPrefix("%").withUpperCase().formatHex(value)));
        forms.add(new Form("in a URL", escaped()));
        return forms;
    }

    /** The part that does not depend on what stands around it, when that many bytes (of three) stand before it. */
    private String inner(Base64.Encoder encoder, int before) {
        byte[] shifted = new byte[before + value.length];
        System.arraycopy(value, 0, shifted, before, value.length);
        String written = encoder.withoutPadding().encodeToString(shifted);
        int from = before == 0 ? 0 : before + 1;
        int whole = shifted.length / 3 * 4;
        return written.substring(from, Math.max(from, whole));
    }

    /** Only what has to be. */
    private String escaped() {
        StringBuilder escaped = new StringBuilder();
        for (byte each : value) {
            boolean plain = each == '-'
                    || each == '.'
                    || each == '_'
                    || each == '~'
                    || (each < 128 && each > 0 && Character.isLetterOrDigit(each));
            escaped.append(plain ? String.valueOf((char) each) : "%%%02X".formatted(each));
        }
        return escaped.toString();
    }
}
