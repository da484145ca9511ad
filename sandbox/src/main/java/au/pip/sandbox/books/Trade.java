package au.pip.sandbox.books;

import java.util.List;

/** What the business does and what it charges. */
enum Trade {
    DESIGN,
    ELECTRICAL;

    /** Words that such a business ends its name with. */
    List<String> suffixes() {
        return switch (this) {
            case DESIGN -> List.of("Studio", "Design", "Creative");
            case ELECTRICAL -> List.of("Electrical", "Electrics", "Power & Light");
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
