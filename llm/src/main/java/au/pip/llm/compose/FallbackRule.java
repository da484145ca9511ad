package au.pip.llm.compose;

import au.pip.llm.LlmException;

/** Whether another provider is to take over from one that failed. */
@FunctionalInterface
public interface FallbackRule {
    /**
     * @param failure of the provider that was asked, after its own retries
     * @param begun whether the caller has been given any of its reply's content (text, thinking, a tool call) already; never
     *     for {@link au.pip.llm.LlmProvider#chat}, which gives nothing before all
     */
    boolean takeOver(LlmException failure, boolean begun);

    /**
     * Only while no content of the reply has been given, and not for what another provider would refuse as well: a request
     * that is wrong in itself, refused content, a budget that is used up.
     */
    static FallbackRule beforeTheReply() {
        return (failure, begun) -> !begun && isItsOwn(failure);
    }

    /** Also in the middle of a reply: the caller is told by an event that what it was given counts no longer. */
    static FallbackRule evenInTheMiddle() {
        return (failure, begun) -> isItsOwn(failure);
    }

    private static boolean isItsOwn(LlmException failure) {
        return switch (failure) {
            case LlmException.InvalidRequest rejected -> false;
            case LlmException.ContentRefused content -> false;
            case LlmException.BudgetExhausted budget -> false;
            case LlmException.Configuration setting -> true;
            case LlmException.Authentication refused -> true;
            case LlmException.PermissionDenied denied -> true;
            case LlmException.ModelNotFound missing -> true;
            case LlmException.WrongAddress address -> true;
            case LlmException.ContextTooLong tooLong -> true;
            case LlmException.RateLimited limited -> true;
            case LlmException.QuotaExceeded money -> true;
            case LlmException.Overloaded overloaded -> true;
            case LlmException.ServerError failed -> true;
            case LlmException.Unreachable nobody -> true;
            case LlmException.TimedOut late -> true;
            case LlmException.BrokenStream broken -> true;
            case LlmException.MalformedResponse strange -> true;
        };
    }
}
