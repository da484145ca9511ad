package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key in all the forms in which a server might send it back: as it is, escaped for JSON or an address, in base64
 * (wherever in the encoded text it stands), in hexadecimal digits, and parts of it.
 */
final class KeyForms {
    /** Shorter keys cannot be told from ordinary words. */
    static final int SHORTEST = 8;

    /** A shorter part of a key gives nothing away, and may be an ordinary word. */
    private static final int PART = 10;

    private static final int LONG_ENOUGH_FOR_PARTS = 16;

    private final String key;
    private final Pattern whole;

    /** @param key printable ASCII of {@link #SHORTEST} characters or more */
    KeyForms(String key) {
        this.key = key;
        List<String> forms = new ArrayList<>(List.of(escapable(key)));
        forms.addAll(base64(key, Base64.getEncoder()));
        forms.addAll(base64(key, Base64.getUrlEncoder()));
        forms.add("(?i:" + HexFormat.of().formatHex(key.getBytes(ISO_8859_1)) + ")");
        this.whole = Pattern.compile(String.join("|", forms));
    }

    private static String escapable(String key) {
        StringBuilder pattern = new StringBuilder();
        for (int at = 0; at < key.length(); at++) {
            char letter = key.charAt(at);
            String hex = "%02x".formatted((int) letter);
            pattern.append(letter == '/' ? "(?:\\\\?" : "(?:")
                    .append(Pattern.quote(String.valueOf(letter)))
                    .append("|(?i:\\\\u00")
                    .append(hex)
                    .append("|%")
                    .append(hex)
                    .append("))");
        }
        return pattern.toString();
    }

    /** What is the same in base64 whatever stands before and behind, for each of the three ways to begin. */
    private static List<String> base64(String key, Base64.Encoder encoder) {
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] bytes = ("\0".repeat(before) + key).getBytes(ISO_8859_1);
            String encoded = encoder.withoutPadding().encodeToString(bytes);
            int start = (before * 8 + 5) / 6;
            int end = bytes.length * 8 / 6;
            forms.add(Pattern.quote(encoded.substring(start, end)) + "[A-Za-z0-9+/_-]*={0,2}");
        }
        return forms;
    }

    boolean isIn(String text) {
        return !find(text, "").isEmpty();
    }

    /** The places of the whole key, or, when there are none, of its parts; in order. */
    List<CutText.Span> find(String text, String replacement) {
        List<CutText.Span> found = new ArrayList<>();
        Matcher matcher = whole.matcher(text);
        while (matcher.find()) {
            found.add(new CutText.Span(matcher.start(), matcher.end(), replacement));
        }
        return found.isEmpty() ? parts(text, replacement) : found;
    }

    private List<CutText.Span> parts(String text, String replacement) {
        List<CutText.Span> found = new ArrayList<>();
        int start = key.length() < LONG_ENOUGH_FOR_PARTS ? text.length() : 0;
        while (start + PART <= text.length()) {
            int end = start + PART;
            if (!key.contains(text.substring(start, end))) {
                start++;
                continue;
            }
            while (end < text.length() && key.contains(text.substring(start, end + 1))) {
                end++;
            }
            found.add(new CutText.Span(start, end, replacement));
            start = end;
        }
        return found;
    }
}
