package au.pip.evaluation.ledgerqa;

/** @param why empty when it is right */
record Verdict(Score score, String why) {}
