package au.pip.xero;

import java.util.List;
import java.util.Optional;

/** The files kept with an organisation's records. */
public final class Attachments {
    /** What is read at most of one file, in bytes. */
    public static final int MOST_BYTES = 5 << 20;

    private final OrganisationCalls calls;

    Attachments(OrganisationCalls calls) {
        this.calls = calls;
    }

    /** What is kept with a record; nothing of a file's content is read. */
    public XeroReply<List<Attachment>> of(RecordKind kind, String recordId) {
        String endpoint = kind.path(recordId, "Attachments");
        return calls.one(
                endpoint,
                Parameters.NONE,
                json -> new Fields(json, endpoint).requiredList("Attachments", Attachment::parse));
    }

    /**
     * One file's bytes. One that is no PDF, PNG or JPEG, or is too large, is not asked for; one whose bytes are not what
     * its type says is not given out.
     */
    public AttachmentFile read(RecordKind kind, String recordId, Attachment attachment) {
        Optional<FileType> type = FileType.named(attachment.mimeType());
        if (type.isEmpty()) {
            return new AttachmentFile.Unreadable(
                    "Only PDF, PNG and JPEG files can be read. Open the file in Xero instead.");
        }
        if (attachment.bytes() != null && attachment.bytes() > MOST_BYTES) {
            return tooLarge();
        }
        String endpoint = kind.path(recordId, "Attachments/" + Ids.require(attachment.attachmentId()));
        return checked(type.get(), calls.file(endpoint, FileType.plainName(attachment.mimeType())));
    }

    private static AttachmentFile checked(FileType type, Answer answer) {
        if (answer.body().length > MOST_BYTES) {
            return tooLarge();
        }
        return type.begins(answer.body())
                ? new AttachmentFile.Content(type, answer)
                : new AttachmentFile.Unreadable(
                        "The file is no " + type + " although its type says so. Open it in Xero, with care.");
    }

    private static AttachmentFile tooLarge() {
        return new AttachmentFile.Unreadable(
                "The file is larger than " + (MOST_BYTES >> 20) + " MiB. Open it in Xero instead.");
    }
}
