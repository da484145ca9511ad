/** The stores against the bare driver that does the same statements. */
@NullMarked
package au.pip.benchmarks.store;

import org.jspecify.annotations.NullMarked;
