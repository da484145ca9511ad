package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.xero.FakeXero.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentsTest {
    private static final String INVOICE = "a03ffcd2-5d91-4c7e-b483-318584e9e439";
    private static final String FILE = "9808ad7f-c8d4-41cf-995e-bc29cb76fd2c";
    private static final byte[] PDF = "%PDF-1.4\n\u00e2\u0000".getBytes(StandardCharsets.ISO_8859_1);

    private final FakeXero xero = new FakeXero();
    private final XeroHttp http = new XeroHttp(xero.settings());
    private final XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);

    @AfterEach
    void close() {
        http.close();
        xero.close();
    }

    @Test
    void listsFilesWithoutReadingThem() {
        xero.on("Invoices/" + INVOICE + "/Attachments", """
                {"Attachments":[{"AttachmentID":"%s","FileName":"docket.jpg","Url":"https://elsewhere.example/docket.jpg",
                  "MimeType":"image/jpg","ContentLength":2878711,"IncludeOnline":true},{"AttachmentID":"b","FileName":"x"}]}""".formatted(FILE));

        assertThat(api.attachments().of(RecordKind.INVOICE, INVOICE).value())
                .containsExactly(
                        new Attachment(FILE, "docket.jpg", "image/jpg", 2878711L, true),
                        new Attachment("b", "x", "", null, false));
        assertThat(xero.seen).hasSize(1);
    }

    @Test
    void readsAFileByItsIdAndTellsXeroItsType() {
        xero.on("Invoices/" + INVOICE + "/Attachments/" + FILE, Reply.bytes(200, "application/pdf", PDF));

        AttachmentFile file = read("application/pdf; name=\"x\"", 10L);

        assertThat(file).isInstanceOfSatisfying(AttachmentFile.Content.class, content -> {
            assertThat(content.type()).isEqualTo(FileType.PDF);
            assertThat(content.bytes()).isEqualTo(PDF);
            assertThat(content.digest()).hasSize(64);
        });
        assertThat(xero.seen.getFirst().headers())
                .containsEntry("Accept", List.of("application/pdf"))
                .containsEntry("Contenttype", List.of("application/pdf"))
                .containsEntry("Xero-tenant-id", List.of(FakeXero.TENANT));
    }

    @ParameterizedTest
    @CsvSource({
        "application/rtf, 10, 'Only PDF, PNG and JPEG'",
        "'', 10, 'Only PDF, PNG and JPEG'",
        "image/svg+xml, 10, 'Only PDF, PNG and JPEG'",
        "application/pdf, 5242881, larger than 5 MiB"
    })
    void asksForNoFileThatItWouldNotGive(String type, long bytes, String reason) {
        assertThat(read(type, bytes))
                .isInstanceOfSatisfying(
                        AttachmentFile.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains(reason));
        assertThat(xero.seen).isEmpty();
    }

    @Test
    void givesNoBytesThatAreNotOfTheirType() {
        xero.on(
                "Invoices/" + INVOICE + "/Attachments/" + FILE,
                Reply.bytes(200, "image/png", "<html>".getBytes(StandardCharsets.UTF_8)));

        assertThat(read("image/png", 6L))
                .isInstanceOfSatisfying(
                        AttachmentFile.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).startsWith("The file is no PNG"));
    }

    @Test
    void givesNoFileThatIsLargerThanXeroSaid() {
        byte[] large = new byte[Attachments.MOST_BYTES + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        xero.on("Invoices/" + INVOICE + "/Attachments/" + FILE, Reply.bytes(200, "application/pdf", large));

        assertThat(read("application/pdf", 10L)).isInstanceOf(AttachmentFile.Unreadable.class);
    }

    @Test
    void takesNoPathForAnId() {
        Attachment bad = new Attachment("../../Contacts", "x", "application/pdf", 1L, false);

        assertThatThrownBy(() -> api.attachments().read(RecordKind.INVOICE, INVOICE, bad))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> api.attachments().of(RecordKind.QUOTE, "x/../y"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsWhatHappenedToARecord() {
        xero.on("Quotes/" + INVOICE + "/History", """
                {"HistoryRecords":[{"Changes":"Note","DateUTCString":"2026-10-08T15:01:21","DateUTC":"/Date(1791471681470+0000)/",
                  "User":"Robin Hale","Details":"Rang | them"},{"Changes":"Created","User":"System Generated"}]}""");

        assertThat(api.history(RecordKind.QUOTE, INVOICE).value())
                .containsExactly(
                        new HistoryNote("Note", Instant.ofEpochMilli(1791471681470L), "Robin Hale", "Rang | them"),
                        new HistoryNote("Created", null, "System Generated", ""));
    }

    private AttachmentFile read(String type, long bytes) {
        return api.attachments().read(RecordKind.INVOICE, INVOICE, new Attachment(FILE, "docket", type, bytes, false));
    }
}
