@NullMarked
package au.pip.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
