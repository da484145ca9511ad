package au.pip.llm.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.llm.AuthConfig;
import au.pip.llm.LlmException;
import au.pip.llm.ProviderConfig;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The key that a host is called with, checked for its form. Its text form does not show it. */
final class Credentials {
    private static final int INSTANCE_BYTES = 8;

    private final Host host;
    private final String setting;
    private final boolean ready;
    private final @Nullable String key;
    private final String instance;

    /**
     * Where the address is not the host's usual one, a gateway there may add the key itself.
     *
     * @param auth counts instead of what {@code config} says
     * @param address where the host is called
     * @throws LlmException.Configuration when the key cannot be one; a missing key is no error yet
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
        this.instance = hash(address);
    }

    private String hash(URI address) {
        StringBuilder who =
                new StringBuilder("pip-llm\n").append(address).append('\n').append(key);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(who.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, INSTANCE_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** A hash of address and key: tells accounts apart, and nothing of them. */
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

    /** A text of the provider without the key in it. */
    String scrub(String text) {
        return key == null ? text : text.replace(key, "…");
    }

    @Override
    public String toString() {
        return "Credentials[" + host.name() + "]";
    }
}
