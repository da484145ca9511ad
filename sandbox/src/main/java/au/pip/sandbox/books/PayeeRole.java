package au.pip.sandbox.books;

import java.util.List;

/** Whom the business pays straight from the bank, without a bill. */
enum PayeeRole {
    BANK,
    FUEL,
    CAFE,
    STATIONER,
    HARDWARE,
    INSURER,
    LENDER,
    PARKING,
    TAX_OFFICE,
    SUPER_FUND,
    LANDLORD,
    TOY_SHOP;

    /** Invented firms of that kind (the tax office aside), one of which a set of books deals with. */
    List<String> names() {
        return switch (this) {
            case BANK -> List.of("Wattle Mutual Bank", "First Coast Bank", "Bank of the Riverina");
            case FUEL -> List.of("Roadrunner Fuels", "Gecko Petroleum", "Highway 31 Service Station");
            case CAFE -> List.of("Cafe Perigee", "The Daily Crumb", "Third Rail Espresso");
            case STATIONER -> List.of("Paperbark Office", "Deskwise", "Stapleton Stationery");
            case HARDWARE -> List.of("Nuts & Bolts Depot", "Hammersmith Hardware", "Gumtree Hardware");
            case INSURER -> List.of("Shearwater Insurance", "Lighthouse Mutual", "Steadfast & Vale");
            case LENDER -> List.of("Kite Equipment Finance", "Anchorage Lending", "Tern Capital");
            case PARKING -> List.of("City Park & Ride", "Metro Tolls", "Linkroad Tolling");
            case TAX_OFFICE -> List.of("Australian Taxation Office");
            case SUPER_FUND -> List.of("Evergreen Super", "Bright Horizon Super", "Harvest Industry Super");
            case LANDLORD -> List.of("Foundry Street Holdings", "Wharf Nine Leasing", "Silverton Property Trust");
            case TOY_SHOP -> List.of("Teddy & Co Toys", "The Puzzle Box", "Kite Street Toys");
        };
    }
}
