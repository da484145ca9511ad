package au.pip.store.dynamodb;

import au.pip.assistant.store.StoreException;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Makes calls of DynamoDB. What passes by itself (throttling above all) is tried again for a while; an interrupt does
 * not break a call off, and stands again when it is over. Every call that is made here has the same effect when it is
 * made twice.
 */
final class Calls {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DynamoSettings settings;

    Calls(DynamoSettings settings) {
        this.settings = settings;
    }

    /**
     * @param action as permissions name it
     * @throws TransactionCanceledException when that is the answer
     * @throws StoreException for every other failure
     */
    <T> T made(String action, Supplier<T> call) {
        Patience patience = new Patience(PATIENCE);
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
