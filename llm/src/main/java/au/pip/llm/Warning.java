package au.pip.llm;

/**
 * Something the caller asked for and did not get, or should know of.
 *
 * @param subject the option or field it is about, such as {@code temperature}
 * @param message a sentence for a person
 */
public record Warning(String subject, String message) {}
