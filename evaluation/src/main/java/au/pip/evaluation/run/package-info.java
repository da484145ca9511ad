/** What every evaluation has: a model, progress, results that are kept, intervals. */
@NullMarked
package au.pip.evaluation.run;

import org.jspecify.annotations.NullMarked;
