/** {@code ./pip bench}: how the model layer compares with its peers. A benchmark, not a timed test. */
@NullMarked
package au.pip.benchmarks;

import org.jspecify.annotations.NullMarked;
