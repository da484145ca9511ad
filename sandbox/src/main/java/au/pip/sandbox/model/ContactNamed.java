package au.pip.sandbox.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The customer or supplier that a question names: words from a capital or digit on, up to where the sentence goes on. */
final class ContactNamed {
    /** What goes on after a name, in lower case: a name may hold the same word with a capital. */
    private static final String GOES_ON =
            "[,;:(]|\\s[-–]\\s|\\s(?:are|is|was|were|am|be|been|has|have|had|hasn['’]t|haven['’]t|isn['’]t"
                    + "|aren['’]t|do|does|did|don['’]t|didn['’]t|not|never|overdue|unpaid|paid|open|outstanding|late|due|please|thanks"
                    + "|since|until|till|dated|between|before|after|from|to|in|on|for|by|as|at|with|that|which|who|where|this|last|over"
                    + "|under|still|yet|now|today|already|so|I|i|we|they|came|come|went|sent|received|owe|owes|owed)\\b";

    private static final Pattern NAME =
            Pattern.compile("\\b(?:for|from|to|by|of)\\s+([\\p{Lu}\\d][^?!]*?)(?=" + GOES_ON + "|[.?!\\s]*$)");
    private static final Pattern DAY_NAME =
            Pattern.compile("\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|\\bChristmas\\b|\\bEaster\\b");

    private ContactNamed() {}

    /** Days and periods are no names. */
    static Optional<String> in(String question) {
        Matcher name =
                NAME.matcher(DAY_NAME.matcher(PeriodAsked.without(question)).replaceAll(" "));
        return name.find() ? Optional.of(name.group(1).strip()).filter(each -> !each.isEmpty()) : Optional.empty();
    }
}
