/** A business's books made from a seed: documents, the journal they post, and the balances that follow from it. Amounts are integer cents; a journal line is positive for a debit. */
@NullMarked
package au.pip.sandbox.books;

import org.jspecify.annotations.NullMarked;
