/**
 * Where models are: a row of data for each host, and the one implementation of {@link au.pip.llm.LlmProvider} that serves
 * them all, over a {@link au.pip.llm.protocol.Protocol} and HTTP.
 */
@NullMarked
package au.pip.llm.provider;

import org.jspecify.annotations.NullMarked;
