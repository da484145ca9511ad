package au.pip.sandbox.books;

import java.util.List;

/** What the business does and what it charges. */
enum Trade {
    DESIGN,
    ELECTRICAL,
    HOSPITALITY,
    EXPORT,
    BUILDING;

    static Trade of(Company company, Dice dice) {
        return switch (company) {
            case SOLE_TRADER, PTY_LTD -> dice.pick(List.of(DESIGN, ELECTRICAL));
            case CAFE -> HOSPITALITY;
            case EXPORTER -> EXPORT;
            case BUILDER -> BUILDING;
        };
    }

    /** Words that such a business ends its name with. */
    List<String> suffixes() {
        return switch (this) {
            case DESIGN -> List.of("Studio", "Design", "Creative");
            case ELECTRICAL -> List.of("Electrical", "Electrics", "Power & Light");
            case HOSPITALITY -> List.of("Cafe & Catering", "Kitchen", "Espresso Bar");
            case EXPORT -> List.of("Exports", "Trading", "Provedore");
            case BUILDING -> List.of("Constructions", "Building Group", "Homes");
        };
    }

    List<Service> services() {
        return switch (this) {
            case DESIGN ->
                List.of(
                        new Service("Brand identity package", 185_000, 1, 1, false),
                        new Service("Website design and build", 240_000, 1, 1, false),
                        new Service("Design consultation", 11_000, 2, 14, true),
                        new Service("Brochure layout, per page", 6_850, 4, 20, false),
                        new Service("Signage artwork", 42_000, 1, 3, false),
                        new Service("Photography, half day", 64_000, 1, 2, false),
                        new Service("Print management", 7_630, 1, 6, false));
            case ELECTRICAL ->
                List.of(
                        new Service("Switchboard upgrade", 145_000, 1, 1, false),
                        new Service("Labour, licensed electrician", 10_500, 4, 20, true),
                        new Service("LED downlights, supplied and fitted", 6_450, 6, 30, false),
                        new Service("Safety switch installation", 18_500, 1, 4, false),
                        new Service("Test and tag, per item", 735, 20, 80, false),
                        new Service("Data cabling, per point", 13_800, 2, 12, false),
                        new Service("Oven and cooktop circuit", 89_000, 1, 2, false));
            case HOSPITALITY ->
                List.of(
                        new Service("Catering, morning tea, per head", 1_650, 20, 60, false),
                        new Service("Catering, working lunch, per head", 2_780, 12, 40, false),
                        new Service("Coffee cart, half day", 58_000, 1, 2, false),
                        new Service("Cakes to order", 6_400, 2, 12, false),
                        new Service("Room hire, per hour", 8_500, 2, 8, true));
            case EXPORT ->
                List.of(
                        new Service("Roasted macadamias, carton", 18_400, 4, 20, false),
                        new Service("Leatherwood honey, carton", 21_750, 3, 16, false),
                        new Service("Packing and export papers", 24_000, 1, 2, false),
                        new Service("Sample boxes", 4_985, 4, 24, false),
                        new Service("Warehouse labour, per hour", 6_200, 3, 15, true));
            case BUILDING ->
                List.of(
                        new Service("Carpentry, per hour", 9_800, 8, 40, true),
                        new Service("Site supervision, per day", 74_000, 1, 5, false),
                        new Service("Deck, supplied and built, per square metre", 38_500, 4, 18, false),
                        new Service("Skip and tip fees", 46_500, 1, 3, false),
                        new Service("Plasterboard, hung and set, per sheet", 7_940, 10, 45, false));
        };
    }

    /**
     * Something that is sold.
     *
     * @param unitCents the price of one without tax
     * @param halves whether half units are sold, as of hours
     */
    record Service(String description, int unitCents, int least, int most, boolean halves) {}
}
