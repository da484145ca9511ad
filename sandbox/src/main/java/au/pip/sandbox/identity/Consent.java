package au.pip.sandbox.identity;

import java.util.List;
import java.util.UUID;

/** What the pretend person does when an app asks for access. */
public sealed interface Consent {
    /** A page asks whoever has the browser. */
    record Asked() implements Consent {}

    /**
     * Allows it at once, without a page.
     *
     * @param tenants the organisations; none for all of them
     */
    record AtOnce(List<UUID> tenants) implements Consent {
        public AtOnce {
            tenants = List.copyOf(tenants);
        }
    }

    /** Declines at once, without a page. */
    record Declined() implements Consent {}

    static Consent asked() {
        return new Asked();
    }

    static Consent atOnce(UUID... tenants) {
        return new AtOnce(List.of(tenants));
    }

    static Consent declined() {
        return new Declined();
    }
}
