package au.pip.sandbox.books;

import java.util.List;

/** What the business buys, from whom, and where the books put it. */
enum SupplierRole {
    MATERIALS("310", "Materials"),
    SECOND_MATERIALS("310", "Stock and consumables"),
    PHONE("489", "Phone and internet"),
    POWER("445", "Electricity"),
    SOFTWARE("485", "Cloud software subscription"),
    ACCOUNTANT("412", "Accounting services"),
    ADVERTISING("400", "Online advertising"),
    COURIER("425", "Courier runs"),
    CLEANING("408", "Cleaning"),
    EQUIPMENT("720", "Equipment"),
    REPAIRS("473", "Repairs"),
    PRINTING("461", "Printing");

    private final String accountCode;
    private final String item;

    SupplierRole(String accountCode, String item) {
        this.accountCode = accountCode;
        this.item = item;
    }

    String accountCode() {
        return accountCode;
    }

    String item() {
        return item;
    }

    /** Invented firms of that kind, one of which a set of books deals with. */
    List<String> names() {
        return switch (this) {
            case MATERIALS ->
                List.of("Bluestone Wholesale", "Yarra Vale Supplies", "Tradelink North", "Coolabah Trade Centre");
            case SECOND_MATERIALS -> List.of("Pinnacle Paper & Parts", "Redgum Stockists", "Fitzgibbon Components");
            case PHONE -> List.of("Bluegum Telecom", "Skylark Mobile", "Southern Cross Fibre");
            case POWER -> List.of("Sunward Energy", "Brightwater Power", "Kookaburra Electric");
            case SOFTWARE -> List.of("Cloudloom Inc", "Taskorchard Inc", "Nimbusdeck LLC");
            case ACCOUNTANT -> List.of("Ledgerwood Partners", "Plimsoll Accounting", "Hartog & Vale Accountants");
            case ADVERTISING -> List.of("Loudhailer Media", "Billboard & Beyond", "Corella Marketing");
            case COURIER -> List.of("Swiftwallaby Couriers", "Dash & Deliver", "Parcelfox");
            case CLEANING -> List.of("Sparrow Cleaning", "Crisp Corners Cleaning", "Tidewater Cleaners");
            case EQUIPMENT -> List.of("Machinery Junction", "Westgate Equipment", "Toolhouse Direct");
            case REPAIRS -> List.of("Fixwell Services", "Mendall Repairs", "Handsworth Maintenance");
            case PRINTING -> List.of("Inkwell & Press", "Papercrane Print", "Offset Alley");
        };
    }
}
