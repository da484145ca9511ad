package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    private static final String ACCOUNTANT = "{'id':'019a-aaa1-0001','here':false,'everywhere':true,'about':'Priya',"
            + "'says':'is the accountant','other':null,'sentence':'Priya: is the accountant','origin':'told',"
            + "'kept':true,'at':'2026-11-23T12:00:00Z'}";
    private static final String SUGGESTED = "{'id':'019a-aaa2-0001','here':true,'everywhere':false,'about':'Acme',"
            + "'says':'pays late','other':null,'sentence':'Acme: pays\\u001B[31m late','origin':'learned',"
            + "'kept':false,'at':'2026-11-23T12:00:00Z'}";
    private static final String BOTH = "{'style':'concise','items':[" + ACCOUNTANT + "," + SUGGESTED + "]}";

    private final PretendServer server = new PretendServer();
    private final Terminalless terminal = new Terminalless();

    @AfterEach
    void close() {
        server.close();
    }

    private int memory(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "memory";
        all[1] = "--server";
        all[2] = server.url();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return terminal.run(all);
    }

    @Test
    void listsEachWithTheShortestEndOfItsIdThatTellsItApart() {
        server.on("GET /api/memory", PretendServer.json(200, BOTH));
        assertThat(memory()).isZero();
        assertThat(terminal.out()).isEqualTo("""
                1-0001  Priya: is the accountant
                2-0001  Acme: pays[31m late · this organisation only · suggested; keep it with \
                ./pip memory keep 2-0001
                """);
        assertThat(terminal.err()).contains("Style: concise.");
    }

    @Test
    void saysWhereTheNotesAreWhenNoServerRuns() {
        server.close();
        assertThat(memory()).isEqualTo(CliException.NO_SERVER);
        assertThat(terminal.err())
                .contains("no Pip server answers", "./pip serve", "--server")
                .doesNotContain("organisation");
    }

    @Test
    void keepsTheOneThatIsMeant() {
        server.on("GET /api/memory", PretendServer.json(200, BOTH))
                .on("POST /api/memory/items/019a-aaa2-0001/keep", PretendServer.json(200, BOTH));
        assertThat(memory("keep", "2-0001")).isZero();
    }

    @Test
    void asksWhichWhenAnIdCouldBeSeveral() {
        server.on("GET /api/memory", PretendServer.json(200, BOTH));
        assertThat(memory("forget", "0001")).isEqualTo(2);
        assertThat(terminal.err()).contains("several ids end with '0001'").contains("./pip memory lists them");
    }

    @Test
    void addsWhatIsSaid() {
        server.on("POST /api/memory/items", PretendServer.json(200, BOTH));
        assertThat(memory("add", "is", "the", "accountant", "--about", "Priya", "--json"))
                .isZero();
        assertThat(terminal.out().lines()).hasSize(1);
        assertThat(terminal.out()).contains("\"style\":\"concise\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "correct x", "keep", "forget", "burn"})
    void saysWhatIsMissing(String words) {
        assertThat(memory(words.split(" "))).isEqualTo(2);
        assertThat(terminal.err()).startsWith("pip: ");
    }
}
