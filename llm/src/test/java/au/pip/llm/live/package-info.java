/**
 * The live tests: what each provider does when it is really asked. {@code ./pip llm live} runs them, for the providers that
 * can be reached; the usual tests leave them out.
 */
@NullMarked
package au.pip.llm.live;

import org.jspecify.annotations.NullMarked;
