package au.pip.evaluation.ledgerqa;

import java.util.regex.Pattern;

/** Whether an answer asks back or says that it does not know, by its words: docs/evaluation.md lists them. */
final class Manner {
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?i)\\b(?:I (?:don['’]t|do not) (?:know|have|see|understand)|I (?:can['’]?t|cannot|can only|could not|couldn['’]t|am not able|['’]?m not able|am unable)"
                    + "|(?:books|tools?|Xero|records?) (?:don['’]t|do not|does not|doesn['’]t) (?:tell|say|hold|have|show|record|include|contain|know)"
                    + "|(?:is|are|was|were)(?: not|n['’]t) (?:in|part of|recorded in|held in|available|among|connected)"
                    + "|(?:there (?:is|are|was|were) no|found no|no such|nothing found|(?:couldn['’]t|could not|didn['’]t|did not|can['’]?t|cannot) find)"
                    + "|not (?:something|anything) (?:I|the books)|only (?:read|see|connected)|outside (?:the|your) books)");
    private static final Pattern QUESTION = Pattern.compile(
            "(?i)\\b(?:do|did) you mean\\b[^.]*\\?|\\b(?:which|what|whose|would you like|shall I|should I|can you tell me|could you (?:say|tell|clarify)|how much (?:would|does|will|is) (?:it|that|this))\\b[^.?]*\\?");

    private static final Pattern WARNING = Pattern.compile(
            "(?i)can(?:['’]?t|not) (?:narrow|tell|answer|work|do)|\\bnot a \\w+ I can\\b|\\bbeyond me\\b|\\bas of today only\\b|\\bmay not be what you asked\\b");

    private Manner() {}

    static boolean admits(String answer) {
        return UNKNOWN.matcher(answer).find();
    }

    /** Whether it says itself that it is not quite what was asked. */
    static boolean warns(String answer) {
        return WARNING.matcher(answer).find() || admits(answer);
    }

    static boolean asks(String answer) {
        return QUESTION.matcher(answer).find();
    }
}
