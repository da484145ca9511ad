package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.llm.LlmException;
import au.pip.llm.ProviderConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out what could be a secret or name a person, and puts placeholders there, the same for the same thing. Of headers
 * only the listed ones stay. One object serves one cassette.
 */
final class Scrubber {
    static final String KEY = "[key]";

    private static final Set<String> HEADERS = Set.of(
            "accept",
            "anthropic-beta",
            "anthropic-version",
            "content-type",
            "openai-beta",
            "retry-after",
            "retry-after-ms");
    private static final Set<String> KEY_HEADERS = Set.of("api-key", "authorization", "x-api-key", "x-goog-api-key");
    private static final String REQUEST_ID_HEADER = "request-id";

    private static final Pattern REQUEST_ID = Pattern.compile("\"request_?[iI]d\"\\s*:\\s*\"([^\"\\\\]+)\"");

    /** As {@link au.pip.llm.protocol.CallId#make} makes them: at random, so that no two runs have the same. */
    private static final Pattern MADE_CALL_ID = Pattern.compile("\\bcall_[89a-f][0-9a-f]{15}\\b");

    private static final Pattern IN_A_QUOTED_VALUE = Pattern.compile("[^\"\\\\]{8,}");

    /** An escape of JSON comes first, so that none is ever taken apart; each other group is a placeholder's name. */
    private static final Pattern PRIVATE = Pattern.compile(String.join(
            "|",
            "\\\\(?:u[0-9A-Fa-f]{4}|.)",
            "(?<key>\\bsk-[A-Za-z0-9_-]{16,}|\\bAIza[A-Za-z0-9_-]{30,}|\\bxai-[A-Za-z0-9]{20,}"
                    + "|(?i:\\bbearer) [A-Za-z0-9._~+/-]{16,}=*|[A-Za-z0-9_-]{2,64}\\*{4,}[A-Za-z0-9_-]{2,64})",
            "(?<email>[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,})",
            "(?<organisation>\\borg-[A-Za-z0-9]{6,}|\\bproj_[A-Za-z0-9]{6,}|\\bprojects?[/ ]\\d{6,}"
                    + "|(?i:organi[sz]ation|project|workspace|team|account)(?:[^0-9A-Za-z]|\\bid\\b){1,16}"
                    + "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
            "(?<home>/(?:home|Users)/[^/\"\\\\\\s]+|\\b[A-Za-z]:\\\\+Users\\\\+[^\"\\\\\\s]+)",
            "(?<models>(?:/[A-Za-z0-9._-]{1,255}){1,32}(?=/blobs/sha256-))"));

    private static final List<String> NAMES = List.of("key", "email", "organisation", "home", "models");

    private final @Nullable KeyForms key;
    private final @Nullable String host;
    private final Map<String, String> requestIds = new LinkedHashMap<>();
    private final Map<String, String> madeCallIds = new LinkedHashMap<>();

    /** @throws LlmException.Configuration when the key is too short to be told from ordinary words */
    Scrubber(ProviderConfig config) {
        String used = config.auth().key();
        if (used != null && used.strip().length() < KeyForms.SHORTEST) {
            throw new LlmException.Configuration(
                    "The key has fewer than %d letters, too few to take it out of what is recorded. Set LLM_AUTH_METHOD=none if the server needs none."
                            .formatted(KeyForms.SHORTEST),
                    config.provider());
        }
        this.key = used == null ? null : new KeyForms(used.strip());
        this.host = privateHost(config.endpoint());
    }

    /** A name without a dot is an ordinary word. */
    private static @Nullable String privateHost(@Nullable URI endpoint) {
        String name = endpoint == null ? null : endpoint.getHost();
        return name == null || name.startsWith("127.") || !name.contains(".") ? null : name;
    }

    /** By name in lower case, in alphabetical order. */
    Map<String, String> headers(Map<String, List<String>> headers) {
        Map<String, String> kept = new TreeMap<>();
        headers.forEach((given, values) -> {
            String name = given.toLowerCase(Locale.ROOT);
            String value = values.getFirst();
            if (HEADERS.contains(name)) {
                kept.put(name, text(value));
            } else if (KEY_HEADERS.contains(name)) {
                kept.put(name, value.startsWith("Bearer ") ? "Bearer " + KEY : KEY);
            } else if (name.endsWith(REQUEST_ID_HEADER)) {
                kept.put(name, numbered(requestIds, "request", value));
            }
        });
        return kept;
    }

    /** The same text without secrets. */
    String text(String text) {
        CutText cut = CutText.ofBytes(List.of(text.getBytes(UTF_8)));
        scrub(cut);
        return new String(cut.text().getBytes(ISO_8859_1), UTF_8);
    }

    /** The same bytes without secrets, cut at the same places. */
    List<byte[]> pieces(List<byte[]> pieces) {
        CutText cut = CutText.ofBytes(pieces);
        scrub(cut);
        return cut.pieces();
    }

    /** Whether a secret is spread over several of these texts, so that it is in none of them alone. */
    boolean isSpread(List<String> texts) {
        CutText cut = CutText.of(texts);
        scrub(cut);
        return cut.crossed();
    }

    /** Whether the key, or a part of it, is in a text. */
    boolean holdsKey(String text) {
        return key != null && key.isIn(text);
    }

    private void scrub(CutText cut) {
        if (key != null) {
            cut.replace(key.find(cut.text(), KEY));
            cut.replace(key.find(cut.text(), KEY));
        }
        if (host != null) {
            cut.replace(spans(cut, Pattern.compile(Pattern.quote(host)), match -> "[host]"));
        }
        Matcher ids = REQUEST_ID.matcher(cut.text());
        while (ids.find()) {
            numbered(requestIds, "request", ids.group(1));
        }
        requestIds.forEach((id, placeholder) -> {
            if (IN_A_QUOTED_VALUE.matcher(id).matches()) {
                cut.replace(spans(cut, Pattern.compile(Pattern.quote(id)), match -> placeholder));
            }
        });
        cut.replace(spans(cut, MADE_CALL_ID, match -> numbered(madeCallIds, "made-call", match.group())));
        cut.replace(spans(cut, PRIVATE, Scrubber::placeholder));
    }

    private interface Replacement {
        /** Null to leave the match as it is. */
        @Nullable
        String of(MatchResult match);
    }

    private static List<CutText.Span> spans(CutText cut, Pattern pattern, Replacement replacement) {
        List<CutText.Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(cut.text());
        while (matcher.find()) {
            String placeholder = replacement.of(matcher);
            if (placeholder != null) {
                spans.add(new CutText.Span(matcher.start(), matcher.end(), placeholder));
            }
        }
        return spans;
    }

    private static @Nullable String placeholder(MatchResult match) {
        return NAMES.stream()
                .filter(name -> match.group(name) != null)
                .map(name -> "[" + name + "]")
                .findFirst()
                .orElse(null);
    }

    /** A thing that was numbered before keeps its number; a placeholder stays what it is. */
    private static String numbered(Map<String, String> numbers, String what, String value) {
        if (value.startsWith("[" + what + "-")) {
            numbers.putIfAbsent(value, value);
        }
        return numbers.computeIfAbsent(value, id -> "[" + what + "-" + (numbers.size() + 1) + "]");
    }
}
