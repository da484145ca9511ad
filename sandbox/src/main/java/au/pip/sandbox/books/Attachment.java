package au.pip.sandbox.books;

import java.util.List;
import java.util.UUID;

/**
 * A file kept with a record.
 *
 * @param mimeType {@code application/pdf}, {@code image/png} or one that nobody can read
 * @param text what a PDF says, line by line
 */
public record Attachment(UUID id, UUID recordId, String fileName, String mimeType, List<String> text) {
    public Attachment {
        text = List.copyOf(text);
    }

    /** Its bytes, the same each time. */
    public byte[] content() {
        return switch (mimeType) {
            case "application/pdf" -> SmallFiles.pdf(text);
            case "image/png" -> SmallFiles.png();
            default -> SmallFiles.text(text);
        };
    }
}
