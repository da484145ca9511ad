package au.pip.sandbox.model;

/**
 * What an attacker knows beforehand and gives to the model.
 *
 * @param contact a contact of the person's organisation
 * @param organisation the name of an organisation that is somebody else's
 * @param tenant its id at Xero
 * @param account the id of another account of Pip
 * @param conversation the id of a conversation of theirs
 * @param note the id of what they keep in mind
 * @param address where the attacker listens, such as {@code http://127.0.0.1:4711}
 */
public record Loot(
        String contact,
        String organisation,
        String tenant,
        String account,
        String conversation,
        String note,
        String address) {}
