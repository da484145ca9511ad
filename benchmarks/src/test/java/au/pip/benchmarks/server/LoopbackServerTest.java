package au.pip.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.benchmarks.wire.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
    private LoopbackServer server;
    private ServerControl control;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        control = new ServerControl(server.controlPort());
    }

    @AfterEach
    void stop() throws IOException {
        client.shutdownNow();
        control.close();
        server.close();
    }

    @Test
    void saysTheSameWhenItsWritesAreCutAnywhere() throws Exception {
        Plan plan = Plan.whole(30);
        for (Protocol protocol : Protocol.values()) {
            control.play(plan);
            String whole = post(protocol).body();
            control.play(plan.splitAnywhere());

            assertThat(post(protocol).body()).isEqualTo(whole).contains("\\\"é€\\n");
        }
    }

    @Test
    void sendsOneEventForEachPieceOfText() throws Exception {
        control.play(Plan.whole(30));

        assertThat(post(Protocol.ANTHROPIC).body().lines().filter(line -> line.contains("text_delta")))
                .hasSize(30);
    }

    @Test
    void holdsAReplyAfterItsTextAndTellsWhenTheClientLeft() throws Exception {
        control.play(Plan.whole(2).ending(Plan.Ending.HOLD));
        long before = System.nanoTime();
        HttpResponse<InputStream> held =
                client.send(request(Protocol.OPENAI_CHAT), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(held.body().read()).isPositive();
        assertThat(control.state()).isEqualTo(new ServerControl.State(1, List.of()));

        held.body().close();

        assertThat(awaitClose()).isGreaterThan(before);
    }

    @Test
    void cutsAReplyInTheMiddleOfItsText() throws Exception {
        control.play(Plan.whole(10).ending(Plan.Ending.CUT));

        assertThatThrownBy(() -> post(Protocol.ANTHROPIC)).isInstanceOf(IOException.class);
    }

    @Test
    void knowsNoOtherPath() throws Exception {
        HttpRequest other = HttpRequest.newBuilder(address("/v1/models")).build();

        assertThat(client.send(other, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }

    private long awaitClose() throws IOException, InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            ServerControl.State state = control.state();
            if (!state.closes().isEmpty()) {
                return state.closes().getFirst();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the server saw no close");
    }

    private HttpResponse<String> post(Protocol protocol) throws IOException, InterruptedException {
        return client.send(request(protocol), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(Protocol protocol) {
        return HttpRequest.newBuilder(address(protocol.path()))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
