@NullMarked
package au.pip.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
