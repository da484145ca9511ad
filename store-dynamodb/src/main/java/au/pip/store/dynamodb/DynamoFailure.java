package au.pip.store.dynamodb;

import au.pip.assistant.store.StoreException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionSizeLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What a failure of DynamoDB means to a person. No sentence holds a value that was being stored, nor a credential. */
final class DynamoFailure {
    private static final Pattern ACTION = Pattern.compile("perform: (dynamodb:[A-Za-z]+)");

    private DynamoFailure() {}

    /** @param action what was asked, as permissions name it, such as {@code dynamodb:Query} */
    static StoreException explained(DynamoSettings settings, String action, SdkException failure) {
        return new StoreException(sentence(settings, action, failure), failure);
    }

    /** Said no for longer than we wait. */
    static StoreException throttled(DynamoSettings settings, String action) {
        return new StoreException(
                tooMuch(settings), new IllegalStateException(action + " left something undone again and again"));
    }

    /** Others went on writing what was to be written. */
    static StoreException busy(DynamoSettings settings) {
        return new StoreException(busySentence(settings), new IllegalStateException("conflicts again and again"));
    }

    private static String busySentence(DynamoSettings settings) {
        return settings.place() + " was kept busy by others who write the same: try again.";
    }

    /** A transaction was cancelled for other reasons than a condition's. */
    static StoreException cancelled(DynamoSettings settings, TransactionCanceledException cancelled) {
        Set<String> codes = cancelled.cancellationReasons().stream()
                .map(reason -> String.valueOf(reason.code()))
                .filter(code -> !code.equals("None"))
                .collect(Collectors.toCollection(TreeSet::new));
        String sentence = codes.equals(Set.of("TransactionConflict"))
                ? busySentence(settings)
                : codes.contains("ItemCollectionSizeLimitExceeded")
                        ? fullCollection(settings)
                        : codes.contains("ThrottlingError") || codes.contains("ProvisionedThroughputExceeded")
                                ? tooMuch(settings)
                                : settings.place() + " failed (" + String.join(", ", codes)
                                        + " of dynamodb:TransactWriteItems): try again; if it stays so, report it.";
        return new StoreException(sentence, new IllegalStateException("cancelled: " + codes));
    }

    private static String sentence(DynamoSettings settings, String action, SdkException failure) {
        if (failure instanceof AwsServiceException refusal) {
            return refused(settings, action, refusal);
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return settings.place() + " did not answer " + action + " in time: check the "
                    + (settings.endpoint() == null ? "network and the region" : "endpoint") + ", then try again.";
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("credentials")) {
            return "No credentials of AWS were found for " + table(settings)
                    + ": set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, or give this machine a role.";
        }
        return settings.place() + " cannot be reached (" + innermost(failure) + "): check the "
                + (settings.endpoint() == null ? "network and the region" : "endpoint") + ", then try again.";
    }

    private static String refused(DynamoSettings settings, String action, AwsServiceException refusal) {
        String place = settings.place();
        if (refusal instanceof ResourceNotFoundException) {
            return place + " is not there: make it, or let Pip make it.";
        }
        if (refusal instanceof ItemCollectionSizeLimitExceededException) {
            return fullCollection(settings);
        }
        if (isThrottled(refusal)) {
            return tooMuch(settings);
        }
        return switch (code(refusal)) {
            case "AccessDeniedException" ->
                place + " may not be used so: give these credentials the permission " + named(refusal, action) + ".";
            case "UnrecognizedClientException",
                    "InvalidSignatureException",
                    "IncompleteSignatureException",
                    "MissingAuthenticationTokenException",
                    "ExpiredTokenException" ->
                place + " does not take these credentials of AWS (" + code(refusal)
                        + "): check them and the clock of this machine, or get new ones.";
            default ->
                place + " failed (" + code(refusal) + " of " + action + "): try again; if it stays so, report it.";
        };
    }

    private static String fullCollection(DynamoSettings settings) {
        return settings.place()
                + " has a local index, which limits what belongs together to 10 GB: use a table without one.";
    }

    private static String tooMuch(DynamoSettings settings) {
        return settings.place()
                + " has been asked for more than it takes for a while: raise its limits, or try again later.";
    }

    /** Whether the same call may work a moment later. */
    static boolean passes(AwsServiceException refusal) {
        return isThrottled(refusal)
                || refusal instanceof TransactionConflictException
                || refusal instanceof TransactionInProgressException
                || refusal instanceof InternalServerErrorException;
    }

    /** Whether a permission is missing. */
    static boolean isDenied(AwsServiceException refusal) {
        return code(refusal).equals("AccessDeniedException");
    }

    private static boolean isThrottled(AwsServiceException refusal) {
        return switch (code(refusal)) {
            case "ProvisionedThroughputExceededException",
                    "RequestLimitExceeded",
                    "ThrottlingException",
                    "ThrottlingError" -> true;
            default -> refusal.isThrottlingException();
        };
    }

    private static String code(AwsServiceException refusal) {
        return refusal.awsErrorDetails() == null
                ? "HTTP " + refusal.statusCode()
                : String.valueOf(refusal.awsErrorDetails().errorCode());
    }

    private static String named(AwsServiceException refusal, String action) {
        Matcher matcher = ACTION.matcher(String.valueOf(refusal.getMessage()));
        return matcher.find() ? matcher.group(1) : action;
    }

    private static String table(DynamoSettings settings) {
        return "the" + settings.place().substring("The".length());
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getClass().getSimpleName().replaceFirst("Exception$", "") + ": " + innermost.getMessage();
    }
}
