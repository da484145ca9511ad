/** The run as a whole: processes, rounds, ratios and the report. */
@NullMarked
package au.pip.benchmarks.run;

import org.jspecify.annotations.NullMarked;
