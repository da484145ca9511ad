package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import java.util.UUID;

/** One organisation as it is served: its records, its reports and the calls that it has left. */
record Tenant(Books books, RateLimiter limiter, Resources resources, Reports reports) {
    static Tenant of(Books books, SandboxOptions options) {
        return new Tenant(
                books, new RateLimiter(options.limits(), options.clock()), new Resources(books), new Reports(books));
    }

    UUID id() {
        return books.organisation().tenantId();
    }
}
