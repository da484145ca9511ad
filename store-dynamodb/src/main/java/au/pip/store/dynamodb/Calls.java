package au.pip.store.dynamodb;

import au.pip.assistant.store.StoreException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Makes calls of DynamoDB. What passes by itself (throttling above all) is tried again for a while; an interrupt does
 * not break a call off, and stands again when it is over. Every call that is made here has the same effect when it is
 * made twice.
 */
final class Calls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** How long an urgent call waits for an answer before it is asked again. */
    private static final Duration URGENT_ANSWER = Duration.ofMillis(900);

    private final DynamoSettings settings;
    private final @Nullable Patience deadline;

    Calls(DynamoSettings settings) {
        this(settings, null);
    }

    /** @param deadline when all of them are over, answered or not; null for as long as AWS's client waits */
    private Calls(DynamoSettings settings, @Nullable Patience deadline) {
        this.settings = settings;
        this.deadline = deadline;
    }

    /** Calls of one piece of work that is over, done or not, after that time. */
    Calls within(Duration most) {
        return new Calls(settings, new Patience(most));
    }

    /** How long to try again, from now on. */
    Patience patience() {
        return new Patience(deadline == null ? PATIENCE : deadline.left());
    }

    /** How long the call that is made now may take; null for as long as the client waits. */
    @Nullable
    AwsRequestOverrideConfiguration limit() {
        if (deadline == null) {
            return null;
        }
        Duration left = deadline.left();
        return AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(left)
                .apiCallAttemptTimeout(left.compareTo(URGENT_ANSWER) < 0 ? left : URGENT_ANSWER)
                .build();
    }

    /**
     * @param action as permissions name it
     * @throws TransactionCanceledException when that is the answer
     * @throws StoreException for every other failure
     */
    <T> T made(String action, Supplier<T> call) {
        Patience patience = patience();
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return call.get();
                } catch (TransactionCanceledException answer) {
                    throw answer;
                } catch (SdkException failure) {
                    boolean brokenOff = Thread.interrupted();
                    interrupted |= brokenOff;
                    if (patience.isOver() || !(brokenOff || passes(failure))) {
                        throw DynamoFailure.explained(settings, action, failure);
                    }
                }
                patience.pause();
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean passes(SdkException failure) {
        return failure instanceof AwsServiceException refusal && DynamoFailure.passes(refusal);
    }
}
