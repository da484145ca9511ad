package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.xero.FakeXero.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final FakeXero xero = new FakeXero();

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void readsEveryPageXeroCounts() throws Exception {
        String first = with(page(1, 2, 3), 1, 2, 5);
        String second = with(page(4, 5), 2, 2, 5);
        xero.on("Contacts", first, second);

        XeroReply<List<Contact>> reply = contacts(3);

        assertThat(reply.value()).extracting(Contact::name).containsExactly("C1", "C2", "C3", "C4", "C5");
        assertThat(xero.seen).extracting(seen -> seen.query().get("page")).containsExactly("1", "2");
        assertThat(xero.seen).extracting(seen -> seen.query().get("pageSize")).containsOnly("3");
        assertThat(reply.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest((first + second).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void asksForAThousandAPageUnlessToldOtherwise() {
        xero.on("Contacts", page(1));

        contacts(XeroSettings.defaults().paging().size());

        assertThat(xero.seen.getFirst().query()).containsEntry("pageSize", "1000");
    }

    @Test
    void stopsAtAShortPageWithoutPagination() {
        xero.on("Contacts", page(1, 2, 3), page(4, 5, 6), page(7));

        assertThat(contacts(3).value()).hasSize(7);
        assertThat(xero.seen).hasSize(3);
    }

    @Test
    void doesNotTakeXerosOwnPageSizeForTheEnd() {
        xero.on("Contacts", page(range(1, 100)), page(range(101, 140)));

        assertThat(contacts(1000).value()).hasSize(140);
    }

    @Test
    void stopsAtAnEmptyPage() {
        xero.on("Contacts", page(1, 2, 3), page());

        assertThat(contacts(3).value()).hasSize(3);
    }

    @Test
    void refusesAPageThatRepeats() {
        xero.on("Contacts", page(1, 2, 3));

        assertThatThrownBy(() -> contacts(3))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("page 2 repeats an earlier one");
    }

    @Test
    void refusesAListWithoutEnd() {
        xero.on(
                "Contacts",
                IntStream.rangeClosed(1, 8).mapToObj(i -> Reply.json(page(i))).toArray(Reply[]::new));

        assertThatThrownBy(() -> contacts(new XeroSettings.Paging(1, 5)))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("goes on after 5 pages");
        assertThat(xero.seen).hasSize(5);
    }

    @Test
    void readsAgainWhenARecordMovedAcrossAPagesEdge() {
        xero.on(
                "Contacts",
                with(page(1, 2, 3), 1, 2, 5),
                with(page(5), 2, 2, 5),
                with(page(1, 2, 4), 1, 2, 5),
                with(page(5, 3), 2, 2, 5));

        assertThat(contacts(3).value()).hasSize(5);
        assertThat(xero.seen).hasSize(4);
    }

    @Test
    void refusesAListThatStaysShort() {
        xero.on("Contacts", with(page(1, 2), 1, 1, 3));

        assertThatThrownBy(() -> contacts(3))
                .isInstanceOf(XeroException.Unavailable.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void keepsOneOfARecordThatComesTwice() {
        xero.on("Contacts", with(page(1, 2, 3), 1, 2, 5), with(page(3, 4, 5), 2, 2, 5));

        assertThat(contacts(3).value()).hasSize(5);
    }

    private XeroReply<List<Contact>> contacts(int size) {
        return contacts(new XeroSettings.Paging(size, 200));
    }

    private XeroReply<List<Contact>> contacts(XeroSettings.Paging paging) {
        try (XeroHttp http = new XeroHttp(xero.settings().withPaging(paging))) {
            return new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT).contacts(ContactQuery.all());
        }
    }

    private static int[] range(int from, int to) {
        return IntStream.rangeClosed(from, to).toArray();
    }

    private static String page(int... contacts) {
        return IntStream.of(contacts)
                .mapToObj(i -> "{\"ContactID\":\"id-%d\",\"Name\":\"C%d\"}".formatted(i, i))
                .collect(Collectors.joining(",", "{\"Contacts\":[", "]}"));
    }

    private static String with(String page, int number, int pageCount, int itemCount) {
        return "{\"pagination\":{\"page\":%d,\"pageSize\":3,\"pageCount\":%d,\"itemCount\":%d},%s"
                .formatted(number, pageCount, itemCount, page.substring(1));
    }
}
