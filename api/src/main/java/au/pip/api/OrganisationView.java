package au.pip.api;

/**
 * An organisation in Xero that Pip is connected to.
 *
 * @param state connected, or reconnect when Xero needs the person to sign in again
 * @param current whether questions are about it
 */
public record OrganisationView(String id, String name, String state, boolean current) {}
