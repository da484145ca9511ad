/** Anthropic's Messages API, version 2023-06-01: {@code POST /v1/messages} answered by server-sent events. */
@NullMarked
package au.pip.llm.protocol.anthropic;

import org.jspecify.annotations.NullMarked;
