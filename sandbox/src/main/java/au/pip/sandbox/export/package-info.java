/** The generated books as CSV files, the truth that answers are checked against. */
@NullMarked
package au.pip.sandbox.export;

import org.jspecify.annotations.NullMarked;
