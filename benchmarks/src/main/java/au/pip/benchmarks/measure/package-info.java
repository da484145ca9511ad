/** What is measured, inside the JVM of one contender. */
@NullMarked
package au.pip.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
