package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.tax.NotInTaxData;
import au.pip.llm.ToolSpec;
import au.pip.xero.Organisation;

/** Makes a tool about Australian tax: what the tax data does not tell is a failure that says so. */
final class TaxTool {
    static final String GENERAL = "General information, not tax advice.";

    private TaxTool() {}

    static BooksTool of(ToolSpec spec, String doing, Books books, BooksTool.Look look) {
        return new BooksTool(spec, doing, arguments -> {
            Organisation organisation = books.organisation();
            if (!organisation.countryCode().isEmpty()
                    && !organisation.countryCode().equals("AU")) {
                throw new BadArgument("Pip knows Australian tax only, and %s is in another country by Xero's settings."
                        .formatted(FactTable.cell(organisation.name())));
            }
            try {
                return look.at(arguments);
            } catch (NotInTaxData e) {
                throw new BadArgument(String.valueOf(e.getMessage()));
            }
        });
    }

    static boolean isCompany(Organisation organisation) {
        return organisation.organisationType().equals("COMPANY");
    }

    static boolean isSoleTrader(Organisation organisation) {
        return organisation.organisationType().equals("SOLE_TRADER");
    }

    /** For what differs between sole traders and companies, and is not known for others. */
    static BadArgument otherKind(Organisation organisation) {
        return new BadArgument(
                "I don't know that for %s: Xero calls it neither a sole trader nor a company. Ask its accountant."
                        .formatted(FactTable.cell(organisation.name())));
    }
}
