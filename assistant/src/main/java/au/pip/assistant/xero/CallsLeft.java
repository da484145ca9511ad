package au.pip.assistant.xero;

import java.time.Instant;

/**
 * What is left of a day's calls to one organisation, as far as is known: Xero's own number where it has told one.
 *
 * @param left calls
 * @param allowed calls a day
 * @param resetsAt when all are to be had again; midnight in UTC unless Xero has told another time
 */
public record CallsLeft(int left, int allowed, Instant resetsAt) {}
