package au.pip.xero;

import java.time.Instant;
import java.util.function.Function;

/**
 * What Xero answered, with what a fact needs to name its source.
 *
 * @param fetchedAt when Xero sent the reply, though it may have been kept since; of a list, its first page, or what it
 *     last sent of changes since
 * @param digest SHA-256 over the raw bytes of the reply, of a list over all its pages in order and then over what was
 *     sent of changes, in hexadecimal
 * @param endpoint what was asked, such as {@code Invoices} or {@code Reports/ProfitAndLoss}
 */
public record XeroReply<T>(T value, Instant fetchedAt, String digest, String endpoint) {

    /** The same reply, read as something else. */
    public <R> XeroReply<R> map(Function<? super T, ? extends R> reading) {
        return new XeroReply<>(reading.apply(value), fetchedAt, digest, endpoint);
    }
}
