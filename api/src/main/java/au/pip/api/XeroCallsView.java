package au.pip.api;

import java.time.Instant;

/**
 * What is left of a day's calls to an organisation in Xero.
 *
 * @param allowed calls a day
 * @param resetsAt when all are to be had again
 */
public record XeroCallsView(int left, int allowed, Instant resetsAt) {}
