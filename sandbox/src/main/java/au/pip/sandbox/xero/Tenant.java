package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import java.util.Optional;
import java.util.UUID;

/** One organisation as it is served: its records, its reports, the calls that it has left, and what clients made. */
record Tenant(Books books, RateLimiter limiter, Resources resources, Reports reports, Made made) {
    static Tenant of(Books books, SandboxOptions options) {
        Resources resources = new Resources(books);
        return new Tenant(
                books,
                new RateLimiter(options.limits(), options.clock()),
                resources,
                new Reports(books),
                new Made(books, resources, options.clock()));
    }

    /** The collection of a path segment, with what clients have made. */
    Optional<Endpoint> collection(String segment) {
        return resources.named(segment).map(made::with);
    }

    UUID id() {
        return books.organisation().tenantId();
    }
}
