package au.pip.api;

/**
 * A tool that was used.
 *
 * @param arguments JSON as the model wrote it
 * @param summary one line for a person
 */
public record ToolView(String callId, String name, String arguments, boolean failed, String summary, long millis) {}
