package au.pip.sandbox.books;

import java.time.Instant;
import java.util.UUID;

/**
 * Someone the business deals with.
 *
 * @param customer whether sales invoices are made out to them
 * @param supplier whether they send bills
 */
public record Contact(
        UUID id,
        String name,
        String firstName,
        String lastName,
        String email,
        String phone,
        boolean customer,
        boolean supplier,
        boolean archived,
        Instant updated) {}
