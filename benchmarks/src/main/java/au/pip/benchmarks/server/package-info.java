/** The pretend server: prepared bytes over plain sockets of the loopback, in a process of its own. */
@NullMarked
package au.pip.benchmarks.server;

import org.jspecify.annotations.NullMarked;
