package au.pip.xero;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are read: those that a person or a model can look at, told by their first bytes. */
public enum FileType {
    PDF("application/pdf", "%PDF-"),
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff");

    private final String mediaType;
    /** One byte a character. */
    private final String firstBytes;

    FileType(String mediaType, String firstBytes) {
        this.mediaType = mediaType;
        this.firstBytes = firstBytes;
    }

    /** The registered name, such as {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    /** @param mimeType as an attachment names it; Xero's own examples have {@code image/jpg} */
    static Optional<FileType> named(String mimeType) {
        String name = plainName(mimeType).replaceAll("^image/jpg$", "image/jpeg");
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(name))
                .findFirst();
    }

    /** The type's name alone, without parameters behind a semicolon. */
    static String plainName(String mimeType) {
        return mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean begins(byte[] bytes) {
        if (bytes.length < firstBytes.length()) {
            return false;
        }
        for (int i = 0; i < firstBytes.length(); i++) {
            if ((bytes[i] & 0xff) != firstBytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
