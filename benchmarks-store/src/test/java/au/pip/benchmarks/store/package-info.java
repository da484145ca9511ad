@NullMarked
package au.pip.benchmarks.store;

import org.jspecify.annotations.NullMarked;
