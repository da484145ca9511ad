/**
 * OpenAI's two APIs, as OpenAI and the many servers that copy them speak them: Chat Completions
 * ({@code POST /v1/chat/completions}) and Responses ({@code POST /v1/responses}), both answered by server-sent events.
 */
@NullMarked
package au.pip.llm.protocol.openai;

import org.jspecify.annotations.NullMarked;
