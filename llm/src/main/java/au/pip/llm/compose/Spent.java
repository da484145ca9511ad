package au.pip.llm.compose;

import au.pip.llm.LlmException;

/** What a call that failed before its reply began may have cost. */
final class Spent {
    private Spent() {}

    /**
     * Whether the provider may have worked on the request, and so bill it, though it has counted nothing. A refusal is
     * free; of what was sent and not answered nobody knows.
     */
    static boolean maybe(LlmException failure) {
        return switch (failure) {
            case LlmException.TimedOut late -> late.phase() != LlmException.TimedOut.Phase.CONNECT;
            case LlmException.BrokenStream broken -> true;
            case LlmException.MalformedResponse strange -> true;
            case LlmException.Configuration setting -> false;
            case LlmException.Authentication refused -> false;
            case LlmException.PermissionDenied denied -> false;
            case LlmException.ModelNotFound missing -> false;
            case LlmException.WrongAddress address -> false;
            case LlmException.InvalidRequest rejected -> false;
            case LlmException.ContentRefused content -> false;
            case LlmException.ContextTooLong tooLong -> false;
            case LlmException.BudgetExhausted budget -> false;
            case LlmException.RateLimited limited -> false;
            case LlmException.QuotaExceeded money -> false;
            case LlmException.Overloaded overloaded -> false;
            case LlmException.ServerError failed -> false;
            case LlmException.Unreachable nobody -> false;
        };
    }
}
