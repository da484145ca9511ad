package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Effort;
import au.pip.llm.LlmException;
import au.pip.llm.Message;
import au.pip.llm.OutputSchema;
import au.pip.llm.Part;
import au.pip.llm.PromptCache;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import au.pip.llm.ToolChoice;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Requests as the wire wants them, and warnings for what of them it does not take. */
public interface RequestContract extends ContractSetting {
    OutputSchema ANSWER = new OutputSchema("answer", ReplyContract.schema("total"));

    /** An image and a document with a question. */
    List<Message> SHOWN = List.of(
            Message.system("Be brief."),
            new Message(
                    Role.USER,
                    List.of(
                            new Part.Image("image/png", "aW1n"),
                            new Part.Document("application/pdf", "bill.pdf", "cGRm"),
                            Part.Text.of("What is the total?"))));

    ChatOptions EVERYTHING = new ChatOptions(
            null,
            List.of(ReplyContract.BALANCE),
            ToolChoice.REQUIRED,
            ANSWER,
            100,
            new BigDecimal("0.5"),
            Effort.LOW,
            List.of("STOP"),
            PromptCache.ONE_HOUR,
            null);

    private ReceivedRequest latest() {
        return server().requests(chatPath()).getLast();
    }

    @Test
    default void sendsToolResultsBack() {
        server().on(chatPath(), reply(Piece.Text.of("$12")));
        List<Message> history = List.of(
                Message.system("Be brief."),
                Message.user("What is in Cheque and Savings?"),
                new Message(
                        Role.ASSISTANT,
                        List.of(
                                new Part.Thinking(
                                        "foreign",
                                        new ProviderData(
                                                "elsewhere", Json.object().put("signature", "theirs"))),
                                Part.Text.of("Let me look."),
                                new Part.ToolCall(
                                        "c1", "get_balance", Json.object().put("account", "Cheque"), null),
                                new Part.ToolCall("c2", "get_balance", StringNode.valueOf("{\"acc"), null))),
                Message.toolResults(List.of(
                        new Part.ToolResult("c1", "get_balance", "12.00", false),
                        new Part.ToolResult("c2", "get_balance", "no such account", true))));

        llm().chat(
                        history,
                        options().withTools(List.of(ReplyContract.BALANCE)).withPromptCache(PromptCache.FIVE_MINUTES));

        ReceivedRequest request = latest();
        assertThat(Json.MAPPER.readTree(request.body())).isEqualTo(Json.MAPPER.readTree(toolRoundTripRequest()));
        assertThat(request.headers()).containsEntry("content-type", "application/json");
        assertThat(request.headers()).contains(keyHeader());
    }

    @Test
    default void sendsAllItIsAskedForOrWarns() {
        assertThat(everythingRequest())
                .as("everythingRequest() of " + provider())
                .isNotEmpty();
        server().on(chatPath(), reply(Piece.Text.of("{}")));

        ChatResponse response = llm().chat(SHOWN, EVERYTHING);

        assertThat(Json.MAPPER.readTree(latest().body())).isEqualTo(Json.MAPPER.readTree(everythingRequest()));
        assertThat(response.warnings())
                .extracting(Warning::subject)
                .containsExactlyInAnyOrderElementsOf(everythingWarnings());
    }

    @Test
    default void warnsOfNothingWhenAllIsUsual() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        assertThat(llm().chat(HELLO, options()).warnings()).isEmpty();
    }

    @Test
    default void keepsTheBeginningForAWhileOrWarns() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        assertThat(llm().chat(HELLO, options().withPromptCache(PromptCache.FIVE_MINUTES))
                        .warnings())
                .extracting(Warning::subject)
                .isEqualTo(keepsBeginnings() ? List.of() : List.of("promptCache"));
    }

    @Test
    default void sendsPicturesAndDocumentsOrWarns() {
        server().on(chatPath(), reply(Piece.Text.of("12")));

        ChatResponse response = llm().chat(SHOWN, options());

        List<String> left = response.warnings().stream().map(Warning::subject).toList();
        assertThat(latest().text().contains("aW1n")).isNotEqualTo(left.contains("images"));
        assertThat(latest().text().contains("cGRm")).isNotEqualTo(left.contains("documents"));
    }

    @Test
    default void asksTheModelOfTheOptions() {
        server().on(pathFor("other-model"), reply(Piece.Text.of("Hi")));

        llm().chat(HELLO, options().withModel("other-model"));

        ReceivedRequest request = server().requests(pathFor("other-model")).getLast();
        assertThat(request.path() + request.text()).contains("other-model").doesNotContain(model());
    }

    @Test
    default void sendsTheSameBytesForTheSameConversation() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        llm().chat(SHOWN, EVERYTHING);
        String first = latest().text();
        llm().chat(SHOWN, EVERYTHING);

        assertThat(latest().text()).as("a provider's cache compares beginnings").isEqualTo(first);
    }

    @Test
    default void sendsNothingWhereNothingIsSaid() {
        for (List<Message> silence : List.of(List.<Message>of(), List.of(Message.user(" ")))) {
            assertThatThrownBy(() -> llm().chat(silence, options()))
                    .isInstanceOfSatisfying(
                            LlmException.InvalidRequest.class,
                            nothing -> assertThat(nothing.field()).isEqualTo("messages"))
                    .hasMessageContaining("no message says anything");
        }
        assertThat(server().requests(chatPath())).isEmpty();
        assertThat(llm().getUsage().byModel()).isEmpty();
    }

    @Test
    default void sendsTextAsItIs() {
        String text = "Ä€😀\u2028 \"quoted\" \\ \t\u0001 </script>";
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        llm().chat(List.of(Message.user(text)), options());

        assertThat(HistoryContract.textsWith(Json.MAPPER.readTree(latest().body()), text))
                .hasSize(1);
    }

    @Test
    default void sendsFieldsAndHeadersOfTheCallersOwn() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));
        llm().chat(HELLO, options());
        ObjectNode usual = (ObjectNode) Json.MAPPER.readTree(latest().body());

        ChatResponse response = create(configuration().withHeaders(Map.of("X-Project", "books")))
                .chat(HELLO, options().withExtra(Json.parseObject("{\"service_level\":{\"tier\":\"slow\"}}")));

        usual.putObject("service_level").put("tier", "slow");
        assertThat(Json.MAPPER.readTree(latest().body())).isEqualTo(usual);
        assertThat(latest().headers()).containsEntry("x-project", "books").contains(keyHeader());
        assertThat(response.warnings()).isEmpty();
    }

    @Test
    default void saysWhatTheCallersFieldsReplace() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));
        llm().chat(HELLO, options());
        String field = Json.MAPPER.readTree(latest().body()).propertyNames().stream()
                .filter(name -> name.equals("messages") || name.equals("input") || name.equals("contents"))
                .findFirst()
                .orElseThrow();

        ChatResponse response =
                llm().chat(HELLO, options().withExtra(Json.object().put(field, "mine")));

        assertThat(Json.MAPPER.readTree(latest().body()).path(field).asString()).isEqualTo("mine");
        assertThat(response.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.subject()).isEqualTo("extra");
            assertThat(warning.message()).contains("field " + field + " ");
        });
    }
}
