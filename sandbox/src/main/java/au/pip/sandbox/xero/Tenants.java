package au.pip.sandbox.xero;

import au.pip.sandbox.wire.Reply;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All organisations that are served; to Xero's app limit they count together. */
final class Tenants {
    private static final int APP_PER_MINUTE = 10_000;

    private final List<Tenant> all;

    Tenants(List<Tenant> all) {
        this.all = List.copyOf(all);
    }

    /** @param name a tenant id as a header has it; null for none */
    @Nullable
    Tenant named(@Nullable String name) {
        return all.stream()
                .filter(each -> each.id().toString().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Tenant of(UUID id) {
        return named(id.toString());
    }

    /** The reply with what is left of each limit. */
    Reply counted(Reply reply, Tenant tenant) {
        RateLimiter.Remaining remaining = tenant.limiter().remaining();
        int app = APP_PER_MINUTE
                - all.stream().mapToInt(each -> each.limiter().inLastMinute()).sum();
        return reply.with("X-DayLimit-Remaining", Integer.toString(remaining.day()))
                .with("X-MinLimit-Remaining", Integer.toString(remaining.minute()))
                .with("X-AppMinLimit-Remaining", Integer.toString(app));
    }
}
