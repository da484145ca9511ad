/**
 * One small class a library and protocol, each by that library's documented way to stream with its own default HTTP
 * client. A class here may use one library only: no other is on the class path it runs with.
 */
@NullMarked
package au.pip.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
