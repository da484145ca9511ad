package au.pip.xero;

import java.util.regex.Pattern;

/**
 * A new customer or supplier. Xero has no draft state for contacts: it makes an active one. There is no way to give it
 * bank details. Texts other than the name may be "".
 *
 * @param name one that no active contact of the organisation has
 * @param taxNumber the ABN in Australia
 */
public record ContactDraft(String name, String firstName, String lastName, String email, String taxNumber)
        implements Draft {
    /** Xero takes plain letters only (schema {@code Contact}: "umlauts not supported"). */
    private static final Pattern EMAIL = Pattern.compile("[!-?A-~]{1,100}@[!-?A-~]{1,100}\\.[A-Za-z]{2,30}");

    private static final Pattern TAX_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,49}");

    public ContactDraft {
        name = DraftField.neededText("the contact's name", name, 255);
        firstName = DraftField.text("the first name", firstName, 255);
        lastName = DraftField.text("the last name", lastName, 255);
        email = DraftField.text("the e-mail address", email, 255);
        taxNumber = DraftField.text("the tax number", taxNumber, 50);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw DraftField.refused("the e-mail address is none", "write one such as accounts@example.com");
        }
        if (!taxNumber.isEmpty() && !TAX_NUMBER.matcher(taxNumber).matches()) {
            throw DraftField.refused("the tax number has other marks than digits and letters", "check it");
        }
    }

    @Override
    public DraftKind kind() {
        return DraftKind.CONTACT;
    }
}
