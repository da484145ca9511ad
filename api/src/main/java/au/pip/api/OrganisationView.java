package au.pip.api;

import org.jspecify.annotations.Nullable;

/**
 * An organisation in Xero that Pip is connected to.
 *
 * @param state connected; reconnect when Xero needs the person to sign in again; elsewhere when it was connected in
 *     another way than the one that is set up, through which it is not reached
 * @param current whether questions are about it
 * @param calls what is left of the day's calls to it; null when that is not known
 */
public record OrganisationView(
        String id,
        String name,
        String state,
        boolean current,
        @Nullable XeroCallsView calls) {}
