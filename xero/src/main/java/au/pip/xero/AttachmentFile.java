package au.pip.xero;

import java.time.Instant;

/** What came of reading an attachment. */
public sealed interface AttachmentFile {

    /** Its bytes, which begin as those of their type do. */
    final class Content implements AttachmentFile {
        private final FileType type;
        private final Answer answer;

        Content(FileType type, Answer answer) {
            this.type = type;
            this.answer = answer;
        }

        public FileType type() {
            return type;
        }

        public byte[] bytes() {
            return answer.body().clone();
        }

        public Instant fetchedAt() {
            return answer.at();
        }

        /** SHA-256 over the bytes, in hexadecimal. */
        public String digest() {
            return new Digest().add(answer).hex();
        }
    }

    /** @param reason a sentence for a person: what the matter is and what can be done */
    record Unreadable(String reason) implements AttachmentFile {}
}
