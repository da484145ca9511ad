package au.pip.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.benchmarks.server.LoopbackServer;
import au.pip.benchmarks.server.Plan;
import au.pip.benchmarks.server.ServerControl;
import au.pip.benchmarks.wire.Protocol;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contenders whose libraries are on this class path; the others are checked on every call of a run. */
class ContenderTest {
    private LoopbackServer server;
    private ServerControl control;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        control = new ServerControl(server.controlPort());
    }

    @AfterEach
    void stop() throws IOException {
        control.close();
        server.close();
    }

    static Stream<Entrant> here() {
        return Arrays.stream(Entrant.values()).filter(entrant -> entrant.isFloor() || entrant.isPip());
    }

    @ParameterizedTest
    @MethodSource("here")
    void hearsExactlyWhatTheScriptSays(Entrant entrant) throws Exception {
        try (Contender contender = create(entrant)) {
            for (Plan plan : new Plan[] {Plan.whole(60), Plan.whole(60).splitAnywhere()}) {
                control.play(plan);

                assertThat(contender.stream(cancel -> {}))
                        .isEqualTo(plan.script().reply());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void tellsOfTheFirstTextOnceAndCanBeCancelledThere(Entrant entrant) throws Exception {
        control.play(Plan.whole(5).ending(Plan.Ending.HOLD));
        CompletableFuture<Runnable> cancel = new CompletableFuture<>();
        try (Contender contender = create(entrant)) {
            Thread reader = Thread.startVirtualThread(() -> {
                try {
                    contender.stream(
                            handle -> assertThat(cancel.complete(handle)).isTrue());
                } catch (Exception cancelled) {
                    // What a library does after a cancellation is its own affair.
                }
            });
            cancel.get(10, TimeUnit.SECONDS).run();

            assertThat(reader.join(java.time.Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void pipTellsOfACut() throws Exception {
        control.play(Plan.whole(6).ending(Plan.Ending.CUT));
        try (Contender contender = create(Entrant.PIP_ANTHROPIC)) {
            assertThatThrownBy(() -> contender.stream(cancel -> {})).hasMessageContaining("broke");
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void theFloorComesFirstInEveryProtocol(Protocol protocol) {
        assertThat(Entrant.of(protocol).getFirst().isFloor()).isTrue();
    }

    private Contender create(Entrant entrant) {
        return entrant.create(URI.create("http://127.0.0.1:" + server.port()));
    }
}
