package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final String TOKENS =
            "{'freshInput':40000,'cacheRead':8000,'cacheWrite':210,'output':3120}".replace('\'', '"');
    private static final String REPORT = "{'month':'2026-11','total':{'replies':13,"
            + "'usage':" + TOKENS + ",'costUsd':'1.0312490','unpricedReplies':1},'models':["
            + "{'provider':'anthropic','model':'claude','priceVersion':'2026-10-27 anthropic/claude','replies':12,"
            + "'usage':" + TOKENS + ",'costUsd':'0.031249','unpricedReplies':0},"
            + "{'provider':'custom','model':'own','priceVersion':null,'replies':1,"
            + "'usage':" + TOKENS + ",'costUsd':'0','unpricedReplies':1}],"
            + "'conversations':[{'conversationId':'c1','title':'Who owes \\u001B[31mme?','replies':13,"
            + "'usage':" + TOKENS + ",'costUsd':'0.0031249','unpricedReplies':1}],'moreConversations':7,"
            + "'budgets':[{'of':'account','unit':'usd','limit':'5.00','spent':'4.10','reserved':'0.20',"
            + "'left':'0.70','resetsAt':'2026-11-30T13:00:00Z','note':null},"
            + "{'of':'account','unit':'tokens','limit':'5000000','spent':'61320','reserved':'0',"
            + "'left':'4938680','resetsAt':'2026-11-30T13:00:00Z','note':null}]}";

    private final PretendServer server = new PretendServer();
    private final Terminalless terminal = new Terminalless();

    @AfterEach
    void close() {
        server.close();
    }

    private int usage(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "usage";
        all[1] = "--server";
        all[2] = server.url();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return terminal.run(all);
    }

    @Test
    void showsModelsWithTheirPriceThenConversationsThenBudgets() {
        server.on("GET /api/usage", PretendServer.json(200, REPORT));

        assertThat(usage()).isZero();

        assertThat(terminal.out()).isEqualTo("""
                November 2026
                  anthropic claude · 12 replies · 48,210 tokens in, 3,120 out · US$0.03
                    at the price 2026-10-27 anthropic/claude
                  custom own · 1 reply · 48,210 tokens in, 3,120 out · cost not known
                  in all · 13 replies · 48,210 tokens in, 3,120 out · US$1.03 and the cost of 1 not known
                By conversation
                  Who owes [31mme? · 13 replies · 48,210 tokens in, 3,120 out · US$0.0031 and the cost of 1 not known
                  and 7 that used less
                Budgets
                  yours: US$4.10 of US$5.00 spent, US$0.20 is set aside for answers under way, US$0.70 left until 1 December 2026 (Sydney time)
                  yours: 61,320 tokens of 5,000,000 tokens spent, 4,938,680 tokens left until 1 December 2026 (Sydney time)
                  At the end of a budget Pip tells what it has found until then, and asks no model that costs money before it starts anew.
                """);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void asksForAnotherMonthAndPrintsOneJsonObject() {
        server.on("GET /api/usage?month=2026-10", PretendServer.json(200, REPORT));

        assertThat(usage("--json", "--month", "2026-10")).isZero();

        assertThat(terminal.out().lines()).hasSize(1);
        assertThat(Json.MAPPER.readTree(terminal.out()).path("budgets")).hasSize(2);
    }

    @Test
    void saysWhatAMonthIs() {
        assertThat(usage("--month", "November")).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("pip: --month takes a month such as 2026-11; it is 'November'.\n");
    }
}
