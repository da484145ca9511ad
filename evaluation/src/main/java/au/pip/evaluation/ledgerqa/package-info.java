/** LedgerQA-AU: questions over a ledger, their answers by SQL, and what a model made of them. */
@NullMarked
package au.pip.evaluation.ledgerqa;

import org.jspecify.annotations.NullMarked;
