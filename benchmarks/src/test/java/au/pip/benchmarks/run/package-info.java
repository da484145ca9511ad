@NullMarked
package au.pip.benchmarks.run;

import org.jspecify.annotations.NullMarked;
