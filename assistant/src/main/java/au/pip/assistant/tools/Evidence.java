package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Source;
import au.pip.xero.XeroReply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the source of a fact out of Xero's replies. */
final class Evidence {
    private final String organisation;
    private final List<XeroReply<?>> replies;

    Evidence(Books books, XeroReply<?>... replies) {
        this.organisation = FactTable.cell(books.organisation().name());
        this.replies = List.of(replies);
    }

    /** @param ids of the records behind the fact */
    Source of(List<String> ids) {
        return of(ids, ids.size(), null);
    }

    Source of(List<String> ids, int records, @Nullable String link) {
        return new Source(
                organisation,
                replies.stream().map(XeroReply::endpoint).distinct().collect(Collectors.joining(" + ")),
                ids,
                records,
                link,
                asOf(),
                digest());
    }

    /** What is made of several replies is as old as the oldest of them: some may have been kept for a while. */
    private Instant asOf() {
        return replies.stream()
                .map(XeroReply::fetchedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The reply's digest; of several replies, the SHA-256 of their digests one after the other. */
    private String digest() {
        if (replies.size() == 1) {
            return replies.getFirst().digest();
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            replies.forEach(reply -> sha.update(reply.digest().getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
