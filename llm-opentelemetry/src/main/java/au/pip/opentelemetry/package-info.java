/** Carries what {@link au.pip.llm.compose.ChatListener} tells over to OpenTelemetry. */
@NullMarked
package au.pip.opentelemetry;

import org.jspecify.annotations.NullMarked;
