package au.pip.llm.provider;

import au.pip.llm.Cost;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.ReplyFold;
import org.jspecify.annotations.Nullable;

/** What a reply costs today. */
@FunctionalInterface
interface Pricing {
    /**
     * @param reply as far as it has come: while nothing is counted, only what is free has a cost
     * @return null when not known
     */
    @Nullable
    Cost of(ChatRequest request, ReplyFold reply);
}
