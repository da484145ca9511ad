/** Ollama's own API: {@code POST /api/chat} answered by one JSON document a line. */
@NullMarked
package au.pip.llm.protocol.ollama;

import org.jspecify.annotations.NullMarked;
