package au.pip.xero;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line is tracked as: a category and the option that was chosen in it. */
public record LineTracking(
        @Nullable String trackingCategoryId, @Nullable String trackingOptionId, String category, String option) {

    static List<LineTracking> parseAll(Fields line) {
        return line.list(
                "Tracking",
                each -> new LineTracking(
                        each.text("TrackingCategoryID"),
                        each.text("TrackingOptionID"),
                        each.text("Name", ""),
                        each.text("Option", "")));
    }
}
