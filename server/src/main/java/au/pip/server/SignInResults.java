package au.pip.server;

import au.pip.assistant.xero.SignInEnd;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How sign-ins ended, under names that say nothing, so that their page can be loaded again. The latest are kept until
 * the server ends.
 */
final class SignInResults {
    private static final int MOST = 100;

    private final Map<String, SignInEnd> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SignInEnd> eldest) {
            return size() > MOST;
        }
    };

    /** A refusal in Pip's usual words is named by its reason and not kept: anybody can cause one. */
    synchronized String name(SignInEnd end) {
        if (end instanceof SignInEnd.Refused refused
                && refused.equals(refused.reason().refused())) {
            return refused.reason().name().toLowerCase(Locale.ROOT);
        }
        String name = UUID.randomUUID().toString();
        kept.put(name, end);
        return name;
    }

    synchronized Optional<SignInEnd> find(String name) {
        for (SignInEnd.Reason reason : SignInEnd.Reason.values()) {
            if (reason.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(reason.refused());
            }
        }
        return Optional.ofNullable(kept.get(name));
    }
}
