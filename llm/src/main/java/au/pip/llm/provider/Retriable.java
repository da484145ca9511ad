package au.pip.llm.provider;

import au.pip.llm.LlmException;

/** Which failures are worth another try at once, as long as nothing of the reply has been given to the caller. */
final class Retriable {
    private Retriable() {}

    /**
     * Narrower than {@link LlmException#retryable}: where nobody listens that is said at once, what took too long is not
     * waited for again, and money errors never get better by asking.
     */
    static boolean atOnce(LlmException failure) {
        return switch (failure) {
            case LlmException.RateLimited limited -> true;
            case LlmException.Overloaded overloaded -> true;
            case LlmException.ServerError failed -> true;
            case LlmException.BrokenStream broken -> true;
            case LlmException.Configuration setting -> false;
            case LlmException.Authentication refused -> false;
            case LlmException.PermissionDenied denied -> false;
            case LlmException.ModelNotFound missing -> false;
            case LlmException.WrongAddress address -> false;
            case LlmException.ContentRefused content -> false;
            case LlmException.BudgetExhausted budget -> false;
            case LlmException.InvalidRequest rejected -> false;
            case LlmException.ContextTooLong tooLong -> false;
            case LlmException.QuotaExceeded money -> false;
            case LlmException.Unreachable nobody -> false;
            case LlmException.TimedOut late -> false;
            case LlmException.MalformedResponse strange -> false;
        };
    }
}
