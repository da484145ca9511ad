/**
 * Any language model behind one vocabulary.
 *
 * <p>Start at {@link au.pip.llm.LlmProviders}: it makes an {@link au.pip.llm.LlmProvider} from a configuration. Streaming
 * is the primitive ({@link au.pip.llm.ChatStream}), a whole reply is its fold. Calls block; run them on virtual threads.
 */
@NullMarked
package au.pip.llm;

import org.jspecify.annotations.NullMarked;
