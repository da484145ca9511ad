package au.pip.llm.compose;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A provider that asks a {@link SpendGuard} before each call and tells it afterwards what was spent. A stream that is
 * neither read to its end nor closed keeps its reservation.
 */
public final class GuardedProvider extends WrappedProvider {
    private static final Cost NOTHING_SENT = new Cost(BigDecimal.ZERO, "not answered");

    private final SpendGuard guard;

    public GuardedProvider(LlmProvider inner, SpendGuard guard) {
        super(inner);
        this.guard = guard;
    }

    @Override
    ChatStream open(List<Message> messages, ChatOptions options, Supplier<ChatStream> start) {
        SpendGuard.Reservation reservation = guard.reserve(inner.estimate(messages, options));
        try {
            return new GuardedStream(start.get(), reservation);
        } catch (LlmException refused) {
            reservation.settle(Usage.NONE, refused.maybeBilled() ? null : NOTHING_SENT);
            throw refused;
        } catch (RuntimeException | Error unexpected) {
            reservation.settle(Usage.NONE, null);
            throw unexpected;
        }
    }

    private static final class GuardedStream extends WrappedStream {
        private final SpendGuard.Reservation reservation;

        GuardedStream(ChatStream inner, SpendGuard.Reservation reservation) {
            super(inner);
            this.reservation = reservation;
        }

        @Override
        void ended(@Nullable Throwable failure) {
            reservation.settle(inner.usage(), inner.cost());
        }
    }
}
