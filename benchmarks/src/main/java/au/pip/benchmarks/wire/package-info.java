/** What the pretend server says and what every contender must have heard: made from a script, never from an API. */
@NullMarked
package au.pip.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
