@NullMarked
package au.pip.benchmarks.server;

import org.jspecify.annotations.NullMarked;
