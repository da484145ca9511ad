/** Gemini's API, version v1beta: {@code POST …:streamGenerateContent?alt=sse} answered by server-sent events. */
@NullMarked
package au.pip.llm.protocol.gemini;

import org.jspecify.annotations.NullMarked;
