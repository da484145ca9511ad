package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TourTest {
    private static final String SEND = "POST /api/conversations/c1/messages";
    private static final String FACT =
            "{'id':'F1','measure':'owed to you','subject':'Hill Stone','period':'23 Nov 2026',"
                    + "'basis':null,'value':'$7.00','formula':null,'source':{'organisation':'Café Müller','endpoint':'Invoices',"
                    + "'recordIds':['i-1','i-2','i-3','i-4'],'records':5,'link':null,'fetchedAt':'2026-11-23T00:00:00Z',"
                    + "'digest':'d1'}}";
    private static final String FIGURE = "{'text':'$7.00','value':'7.00','currency':'AUD','status':'verified',"
            + "'formula':null,'facts':[" + FACT + "]}";

    private final PretendServer server = PretendServer.ofOneRun()
            .on(
                    "GET /api/runs/r1/events",
                    PretendServer.events(("id: 1\nevent: figure\ndata: {'figure':" + FIGURE
                                    + "}\n\nid: 2\nevent: finished\ndata: {'state':'completed'}\n\n")
                            .replace('\'', '"')))
            .on(
                    "GET /api/runs/r1",
                    PretendServer.json(
                            200,
                            "{'id':'r1','conversationId':'c1','state':'completed','answer':'$7.00','figures':["
                                    + FIGURE
                                    + "],'tools':[],'usage':{'freshInput':0,'cacheRead':0,'cacheWrite':0,'output':0},"
                                    + "'costUsd':'0','provider':'p','model':'m','error':null}"));
    private final Terminalless terminal = new Terminalless();

    @AfterEach
    void close() {
        server.close();
    }

    /** A person who answers each question of Pip's, and then types each line; null is Ctrl-D. */
    private static final class Person implements Lines {
        final List<String> asked = new ArrayList<>();
        private final Deque<String> answers;
        private final Deque<String> lines;

        Person(List<String> answers, String... lines) {
            this.answers = new ArrayDeque<>(answers);
            this.lines = new ArrayDeque<>(Arrays.asList(lines));
        }

        @Override
        public String next() {
            return lines.poll();
        }

        @Override
        public String answer(String question) {
            asked.add(question);
            return answers.poll();
        }
    }

    private List<String> run(Person person, boolean pauses) {
        try (Target target = new Target(new PipClient(server.uri()), null, "")) {
            Chat chat = new Chat(target, terminal.surroundings(), null);
            assertThat(chat.run(new Tour(target, terminal.surroundings(), chat, person, pauses)))
                    .isZero();
        }
        return server.asked.stream()
                .filter(each -> each.route().equals(SEND))
                .map(each -> Json.MAPPER.readTree(each.body()).path("text").asString())
                .toList();
    }

    @Test
    void asksEveryQuestionWithoutWaitingWhereNobodyTypes() {
        Person nobody = new Person(List.of());
        assertThat(run(nobody, false))
                .containsExactly(
                        "Who owes me money?",
                        "And what about the overdue ones?",
                        "How much GST do I owe this quarter?",
                        "Draft an invoice to Hill Stone for $500 plus GST for consulting");
        assertThat(nobody.asked).isEmpty();
        assertThat(terminal.out())
                .contains("> Who owes me money?\n", "> /source\n\n$7.00, verified: Pip read it\n")
                .contains("    Record: i-3\n    and 2 more records\n    SHA-256 of the reply: d1\n")
                .doesNotContain("i-4");
        assertThat(terminal.err()).contains("\n1. Ask in plain words.", "5. Pip can", "That was the tour.");
    }

    @Test
    void goesOnWhenThePersonHasReadAndLeavesThemThePrompt() {
        Person person = new Person(List.of("", "", "", ""), "Am I better off?");
        assertThat(run(person, true)).hasSize(5).last().isEqualTo("Am I better off?");
        assertThat(person.asked).hasSize(4);
        assertThat(terminal.err()).contains("Now ask what you like");
    }

    @Test
    void endsWithAQuestionOfThePersonsOwn() {
        Person person = new Person(List.of("", "Can I afford it?"), "And now?");
        assertThat(run(person, true))
                .containsExactly(
                        "Who owes me money?", "And what about the overdue ones?", "Can I afford it?", "And now?");
    }

    @Test
    void leavesWithThePerson() {
        assertThat(run(new Person(List.of(), "Never asked"), true)).containsExactly("Who owes me money?");
    }
}
