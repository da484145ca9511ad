package au.pip.llm.provider;

import au.pip.llm.Cost;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a reply costs today. */
@FunctionalInterface
interface Pricing {
    /**
     * @param askedModel the model asked for
     * @param model the model that answered
     * @param usage null while the provider has counted nothing: only what is free has a cost then
     * @param reported the provider's own figure in US dollars, which wins; null when it gave none
     * @return null when not known
     */
    @Nullable
    Cost of(String askedModel, String model, @Nullable Usage usage, @Nullable BigDecimal reported);
}
