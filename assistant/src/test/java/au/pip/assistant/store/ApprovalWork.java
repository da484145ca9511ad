package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Approval;
import au.pip.assistant.Run;
import au.pip.assistant.store.ApprovalStore.Consumption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Approvals: of three one waits, one is consumed and one declined. */
final class ApprovalWork implements Work {
    @Override
    public void go(Stores stores, Telling telling) {
        Run run = Samples.completed(stores, BOB, Samples.stored(stores, BOB), 1);
        for (int number = 0; ; number++) {
            Approval approval = Samples.approval(run, 60);
            stores.approvals().ask(BOB, approval);
            switch (number % 3) {
                case 0 -> telling.tell("waits", approval.id(), run.id());
                case 1 -> {
                    telling.tell("asked", approval.id(), run.id());
                    stores.approvals().consume(BOB, approval.id(), approval.hash(), at(10));
                    telling.tell("consumed", approval.id(), run.id());
                }
                default -> {
                    telling.tell("asked", approval.id(), run.id());
                    stores.approvals().decline(BOB, approval.id());
                    telling.tell("declined", approval.id(), run.id());
                }
            }
        }
    }

    @Override
    public void check(Stores stores, List<List<String>> told) {
        Map<String, String> last = new HashMap<>();
        Map<String, String> runs = new HashMap<>();
        told.forEach(words -> {
            last.put(words.get(1), words.getFirst());
            runs.put(words.get(1), words.getLast());
        });
        last.forEach((id, word) -> {
            Approval.State state =
                    stores.approvals().find(BOB, id).orElseThrow().state();
            switch (word) {
                case "waits" -> assertThat(state).as(id).isEqualTo(Approval.State.WAITING);
                case "consumed" -> assertThat(state).as(id).isEqualTo(Approval.State.CONSUMED);
                case "declined" -> assertThat(state).as(id).isEqualTo(Approval.State.DECLINED);
                default -> {}
            }
            String hash = "hash of " + runs.get(id);
            Consumption consumption = stores.approvals().consume(BOB, id, hash, at(10));
            if (state == Approval.State.WAITING) {
                assertThat(consumption).as(id).isInstanceOf(Consumption.Granted.class);
            } else {
                assertThat(consumption).as(id).isEqualTo(new Consumption.Ended(state));
            }
            assertThat(stores.approvals().consume(BOB, id, hash, at(10))).as(id).isInstanceOf(Consumption.Ended.class);
        });
    }
}
