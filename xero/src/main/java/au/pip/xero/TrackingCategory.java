package au.pip.xero;

import java.util.List;

/** A way in which lines are told apart, such as by region, with what there is to choose from. */
public record TrackingCategory(String trackingCategoryId, String name, Status status, List<Option> options) {

    public enum Status {
        ACTIVE,
        ARCHIVED,
        DELETED,
        OTHER
    }

    public record Option(String trackingOptionId, String name, Status status) {}

    static TrackingCategory parse(Fields fields) {
        return new TrackingCategory(
                fields.requiredText("TrackingCategoryID"),
                fields.text("Name", ""),
                fields.choice("Status", Status.OTHER),
                fields.list(
                        "Options",
                        each -> new Option(
                                each.requiredText("TrackingOptionID"),
                                each.text("Name", ""),
                                each.choice("Status", Status.OTHER))));
    }
}
