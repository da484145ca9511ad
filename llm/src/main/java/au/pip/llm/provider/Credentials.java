package au.pip.llm.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.llm.AuthConfig;
import au.pip.llm.ExtraHeaders;
import au.pip.llm.LlmException;
import au.pip.llm.ProviderConfig;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key that a host is called with, checked for its form. Its text form does not show it. */
final class Credentials {
    private static final int INSTANCE_BYTES = 8;
    private static final int SHORTEST_SECRET = 8;
    private static final Pattern BEARER = Pattern.compile("^Bearer +", Pattern.CASE_INSENSITIVE);

    private final Host host;
    private final String setting;
    private final boolean ready;
    private final @Nullable String key;
    /** What must not be shown, the longest first, as one may be a part of another. */
    private final List<String> secrets;

    private final String instance;

    /**
     * Where the address is not the host's usual one, a gateway there may add the key itself.
     *
     * @param auth counts instead of what {@code config} says
     * @param address where the host is called
     * @throws LlmException.Configuration when the key cannot be one, or is given twice; a missing key is no error yet
     */
    Credentials(Host host, ProviderConfig config, AuthConfig auth, URI address) {
        String given = auth.key();
        boolean ownEndpoint = config.endpoint() != null;
        this.host = host;
        this.setting = config.names().key();
        this.key = auth.method() == AuthConfig.Method.NONE || given == null || given.isBlank() ? null : given.strip();
        this.ready = key != null || !host.needsKey() || (ownEndpoint && auth.method() == AuthConfig.Method.NONE);
        if (key != null && !key.chars().allMatch(letter -> letter > ' ' && letter < 0x7F)) {
            throw new LlmException.Configuration(
                    "The key for %s holds a blank or a character that no key has. Copy it again."
                            .formatted(host.name()),
                    host.name());
        }
        if (key != null && config.headers().has(host.keyHeader().name())) {
            throw new LlmException.Configuration(
                    "The header %s for %s is given twice. Leave it out of ProviderConfig.withHeaders, or the key out of %s."
                            .formatted(host.keyHeader().name(), host.name(), setting),
                    host.name());
        }
        this.secrets = secrets(config.headers());
        this.instance = hash(address, config.headers());
    }

    /** Shorter values of headers, such as a number of a version, are words of many texts. */
    private List<String> secrets(ExtraHeaders headers) {
        Set<String> all = new HashSet<>();
        for (String value : headers.values().values()) {
            all.add(value.strip());
            all.add(BEARER.matcher(value.strip()).replaceFirst(""));
        }
        all.removeIf(value -> value.length() < SHORTEST_SECRET);
        if (key != null) {
            all.add(key);
        }
        return all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private String hash(URI address, ExtraHeaders headers) {
        StringBuilder who =
                new StringBuilder("pip-llm\n").append(address).append('\n').append(key);
        headers.values()
                .forEach((name, value) -> who.append('\n')
                        .append(name.toLowerCase(Locale.ROOT))
                        .append(':')
                        .append(value));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(who.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, INSTANCE_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** A hash of address, key and headers: tells accounts apart, and nothing of them. */
    String instance() {
        return instance;
    }

    boolean ready() {
        return ready;
    }

    /** @throws LlmException.Configuration when a needed key is missing */
    void require() {
        if (!ready) {
            throw new LlmException.Configuration(
                    "No key for %s. Set it with %s.".formatted(host.name(), setting), host.name());
        }
    }

    /** The value of the host's key header; null when none is to be sent. */
    @Nullable
    String headerValue() {
        return key == null ? null : host.keyHeader().prefix() + key;
    }

    /** A text of the provider without the key and the values of headers in it. */
    String scrub(String text) {
        String scrubbed = text;
        for (String secret : secrets) {
            scrubbed = scrubbed.replace(secret, "…");
        }
        return scrubbed;
    }

    @Override
    public String toString() {
        return "Credentials[" + host.name() + "]";
    }
}
