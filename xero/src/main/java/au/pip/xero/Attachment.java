package au.pip.xero;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A file that is kept with a record. Xero's own address of it is not read: a file is asked for by ids only.
 *
 * @param mimeType as whoever attached it said, such as {@code application/pdf} or {@code image/jpg}
 * @param bytes its length; null where Xero does not tell
 * @param withOnlineInvoice whether a customer sees it with the invoice
 */
public record Attachment(
        String attachmentId,
        String fileName,
        String mimeType,
        @Nullable Long bytes,
        boolean withOnlineInvoice) {

    static Attachment parse(Fields fields) {
        BigDecimal length = fields.decimal("ContentLength");
        return new Attachment(
                fields.requiredText("AttachmentID"),
                fields.text("FileName", ""),
                fields.text("MimeType", ""),
                length == null ? null : length.longValue(),
                fields.flag("IncludeOnline"));
    }
}
