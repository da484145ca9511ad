package au.pip.llm.price;

import au.pip.llm.ModelInfo;
import java.util.List;

/**
 * One model of the catalogue.
 *
 * @param legacy no longer offered; known for its limits and old bills
 * @param free costs nothing, as it runs on the user's own machine
 * @param prices by date, the oldest first
 * @param version of the file that the row is from
 */
record ModelRow(
        String provider, ModelInfo info, boolean legacy, boolean free, List<DatedPrice> prices, String version) {
    /** Stands for all models of a provider. */
    static final String ANY = "*";

    ModelRow {
        prices = List.copyOf(prices);
    }

    /** This row, with what it does not say of its model from another. */
    ModelRow orElse(ModelRow known) {
        ModelInfo other = known.info();
        ModelInfo all = new ModelInfo(
                info.id(),
                info.contextTokens() == 0 ? other.contextTokens() : info.contextTokens(),
                info.maxOutputTokens() == 0 ? other.maxOutputTokens() : info.maxOutputTokens(),
                info.capabilities().isEmpty() ? other.capabilities() : info.capabilities());
        return new ModelRow(provider, all, legacy || known.legacy(), free, prices, version);
    }

    Key key() {
        return new Key(provider, info.id());
    }

    record Key(String provider, String model) {}
}
