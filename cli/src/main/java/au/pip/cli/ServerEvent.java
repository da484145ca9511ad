package au.pip.cli;

import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * @param id what to resume after; null when the stream has named none yet
 * @param type the {@code event} field, {@code message} when there was none
 * @param data its {@code data} lines, joined by newlines
 */
record ServerEvent(@Nullable String id, String type, String data) {}
