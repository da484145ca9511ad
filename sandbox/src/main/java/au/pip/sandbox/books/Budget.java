package au.pip.sandbox.books;

import java.time.YearMonth;

/**
 * What the owner meant to earn or spend on an account in a month.
 *
 * @param amount cents, positive for income and for expense
 */
public record Budget(String accountCode, YearMonth month, long amount) {}
