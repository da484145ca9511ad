/**
 * Records what a provider's servers really send, as cassettes for the tests: {@code ./pip llm record}. What could be
 * anybody's secret is taken out before anything is written.
 */
@NullMarked
package au.pip.llm.cassette;

import org.jspecify.annotations.NullMarked;
