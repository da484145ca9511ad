package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.Run;
import au.pip.assistant.store.EventLog.LoggedEvent;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

interface EventContract extends OpenedStores {
    @Test
    default void keepsEventsInOrder() {
        Run run = begun(stores(), ANN, stored(stores(), ANN), 1);
        stores().events().append(ANN, run.id(), events(1, 2));
        stores().events().append(ANN, run.id(), events(3, 1));

        EventLog events = reopen().events();
        assertThat(events.after(ANN, run.id(), 0, 10)).isEqualTo(events(1, 3));
        assertThat(events.after(ANN, run.id(), 1, 10)).isEqualTo(events(2, 2));
        assertThat(events.after(ANN, run.id(), 1, 1)).isEqualTo(events(2, 1));
        assertThat(events.after(ANN, run.id(), 3, 10)).isEmpty();
        assertThat(events.last(ANN, run.id())).isEqualTo(3);
    }

    @Test
    default void aRunWithoutEventsHasNoneAndItsLastIsZero() {
        Run run = begun(stores(), ANN, stored(stores(), ANN), 1);
        stores().events().append(ANN, run.id(), List.of());

        assertThat(stores().events().last(ANN, run.id())).isZero();
        assertThat(stores().events().after(ANN, run.id(), 0, 10)).isEmpty();
        assertThat(stores().events().last(ANN, id())).isZero();
        assertThat(stores().events().after(ANN, id(), 0, 10)).isEmpty();
    }

    @Test
    default void refusesAnEventThatLeavesAGapOrRepeats() {
        Run run = begun(stores(), ANN, stored(stores(), ANN), 1);
        stores().events().append(ANN, run.id(), events(1, 3));

        for (List<LoggedEvent> refused : List.of(events(5, 1), events(3, 1), events(1, 4), events(0, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stores().events().append(ANN, run.id(), refused));
        }
        assertThat(stores().events().after(ANN, run.id(), 0, 10)).isEqualTo(events(1, 3));
    }

    @Test
    default void appendsAllOrNone() {
        Run run = begun(stores(), ANN, stored(stores(), ANN), 1);
        List<LoggedEvent> gapInside = List.of(event(1), event(2), event(4));

        assertThatIllegalArgumentException().isThrownBy(() -> stores().events().append(ANN, run.id(), gapInside));

        assertThat(stores().events().last(ANN, run.id())).isZero();
    }

    @Test
    default void takesEventsAfterTheRunHasEnded() {
        Run run = completed(stores(), ANN, stored(stores(), ANN), 1);

        stores().events().append(ANN, run.id(), events(1, 1));

        assertThat(stores().events().last(ANN, run.id())).isEqualTo(1);
    }

    @Test
    default void readsManyEventsInParts() {
        Run run = begun(stores(), ANN, stored(stores(), ANN), 1);
        stores().events().append(ANN, run.id(), events(1, 700));

        long last = 0;
        for (int part = 0; part < 7; part++) {
            List<LoggedEvent> read = stores().events().after(ANN, run.id(), last, 100);
            assertThat(read).isEqualTo(events(last + 1, 100));
            last += 100;
        }
        assertThat(stores().events().after(ANN, run.id(), last, 100)).isEmpty();
    }

    private static List<LoggedEvent> events(long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(EventContract::event)
                .toList();
    }

    private static LoggedEvent event(long sequence) {
        return new LoggedEvent(sequence, "text", "{\"text\":\"part " + sequence + "\"}");
    }
}
