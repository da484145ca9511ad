package au.pip.api;

/**
 * What an error answer holds.
 *
 * @param code for programs, such as {@code run_in_progress}
 * @param message for people: the cause and the next step
 */
public record Problem(String code, String message) {}
