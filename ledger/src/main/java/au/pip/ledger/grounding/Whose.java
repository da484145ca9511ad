package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose a figure is by the words around it: it must be said, unless it is everyone's. */
final class Whose {
    private static final Pattern WHOLE = Pattern.compile(
            "(?i)\\b(?:totals?|altogether|in all|overall|combined|everyone|everybody|all (?:of them|together|customers|suppliers|bank accounts|accounts|up)"
                    + "|together|sum)\\b");
    private static final Pattern ALL = Pattern.compile(
            "(?i)\\b(?:everyone|everybody|all (?:the |your )?(?:customers|clients|suppliers|bank accounts|accounts))\\b");
    private static final Pattern EVERYBODY = Pattern.compile(
            "(?i)\\b(?:customers?|clients?|suppliers?|the business|company|accounts|everyone|everybody|you (?:still )?owe|you['’]re owed|you are owed|bank accounts)\\b");
    private static final Pattern PERSON = Pattern.compile(
            "(?i)\\b(?:she|he|they|them|their|her|his|its owner|that (?:customer|supplier|client)|this (?:customer|supplier|client))\\b|\\bit (?:still )?owes\\b");
    private static final Pattern THING = Pattern.compile("(?i)\\b(?:it|its|of that|of this|of which|of those)\\b");
    private static final Pattern LEADING = Pattern.compile("(?i)^\\W*(?:for|from|with|at|of|by|to)\\b");
    private static final Pattern YOURS = Pattern.compile("(?i)\\b(?:you|your|we|our|my|i)\\b");
    /** What one of several has is not what all have. */
    private static final Pattern EACH = Pattern.compile(
            "(?i)\\b(?:each|every|per|one|a single)\\b(?: of)?[^,;¤]{0,20}\\b(?:customers?|clients?|suppliers?|invoices?|bills?|accounts?)\\b|¤ (?:each|apiece)\\b");

    private static final Pattern SOME = Pattern.compile(
            "(?i)\\b(?:other|remaining|largest|biggest|top|oldest|smallest|latest|newest|average|typical)\\b[^,;¤]{0,20}\\b(?:customers?|clients?|debtors?|suppliers?|creditors?|invoices?|bills?|payers?)\\b[^¤]*¤");
    private static final Pattern DO = Pattern.compile(
            "(?i)\\s+(?:(?:still|together|both|all|now|also) )*(?:owes?|owed|have|has|had|paid)\\b[^¤]*¤");
    private static final Pattern TAX_OFFICE = Pattern.compile("(?i)\\b(?:ato|tax office|taxman)\\b");
    private static final Pattern TOGETHER = Pattern.compile("(?i)\\b(?:together|combined|both|between them)\\b");
    private static final Pattern EVERYTHING =
            Pattern.compile("(?i)\\b(?:totals?|altogether|everyone|everybody|all)\\b");
    private static final Pattern OTHERS =
            Pattern.compile("(?i)\\b(?:others?|rest|remaining|remainder|remains?|else|smaller)\\b");
    private static final Pattern DOCUMENT = Pattern.compile("(?i)\\b(?:invoice|bill|quote|order|credit note)\\b");

    private Whose() {}

    /** A document's figure needs its number, or at least the word for it: its contact has other figures. */
    static boolean fits(Fact fact, Surroundings around) {
        return isOfWhom(fact, around) && (!isDocument(fact) || namesDocument(fact, around));
    }

    private static boolean isOfWhom(Fact fact, Surroundings around) {
        String subject = fact.subject().toLowerCase(Locale.ROOT);
        boolean general = Names.isGeneral(fact.subject());
        String own = around.own().words();
        if (isLeftOut(subject, general, around)) {
            return false;
        }
        if (namesAnother(around.own(), subject) || general && subject.startsWith("all ") && isOfSome(subject, around)) {
            return false;
        }
        Set<String> here = around.own().named(subject);
        boolean whole = WHOLE.matcher(own).find();
        boolean some = TOGETHER.matcher(own).find() && !EVERYTHING.matcher(own).find();
        if (here != null && !(general && whole && !some)) {
            return here.contains(subject);
        }
        if (general && around.label(Part::text).toLowerCase(Locale.ROOT).contains(subject)) {
            return true;
        }
        if (general && (whole && !isAskedOfOne(around) || EVERYBODY.matcher(own).find())) {
            return true;
        }
        if (!general && ALL.matcher(own).find()) {
            return false;
        }
        boolean business = general && subject.equals("the business");
        for (Part clause : around.earlier()) {
            Set<String> named = clause.named(subject);
            if (named != null) {
                if (!general) {
                    return named.contains(subject);
                }
                if (!business
                        || clause.mentions().stream().anyMatch(Names.Mention::number)
                                && !YOURS.matcher(own).find()
                        || !clause.figured() && LEADING.matcher(clause.text()).find()) {
                    return false;
                }
            }
        }
        Part grid = around.grid();
        if (grid != null) {
            Set<String> named = grid.named(subject);
            if (named != null) {
                return named.contains(subject);
            }
        }
        if (business) {
            return !isAskedOfOne(around);
        }
        Set<String> after = around.far().named(subject);
        if (after != null) {
            return after.contains(subject);
        }
        for (Part above : around.above()) {
            Set<String> named = above.figured() ? null : above.named(subject);
            if (named != null) {
                return named.contains(subject);
            }
        }
        return pronounFits(subject, general, around);
    }

    /** Whether somebody by name is said to owe or to have it. */
    private static boolean theyDo(Part own) {
        return own.mentions().stream()
                .filter(each -> !each.neutral() && !each.weak())
                .anyMatch(each -> DO.matcher(own.text().substring(each.end())).lookingAt());
    }

    /** Whether the words are of each one, or the fact is of the others and the words are not. */
    private static boolean isOfSome(String subject, Surroundings around) {
        StringBuilder said = new StringBuilder();
        around.earlier().stream().limit(2).forEach(each -> said.insert(0, each.words()));
        String own = around.own().words();
        boolean leans = around.asked() != null && around.leans();
        if (EACH.matcher(said + own).find()
                || SOME.matcher(own).find() && !subject.startsWith("all other ")
                || theyDo(around.own())
                || subject.equals("all suppliers")
                        && (TAX_OFFICE.matcher(own).find()
                                || leans && TAX_OFFICE.matcher(around.all()).find())) {
            return true;
        }
        return subject.startsWith("all other ")
                && around.around().stream()
                        .noneMatch(each -> OTHERS.matcher(each.text()).find());
    }

    /** Whether its sentence leaves out somebody: then everyone's figure is none of these, nor is that one's. */
    private static boolean isLeftOut(String subject, boolean general, Surroundings around) {
        if (general && subject.equals("the business")) {
            return false;
        }
        List<Part> sentence = new ArrayList<>(around.earlier().reversed());
        sentence.add(around.own());
        sentence.add(around.far());
        StringBuilder before = new StringBuilder();
        for (Part part : sentence) {
            if (leavesOut(part, general ? null : subject, before)) {
                return true;
            }
            before.append(part.text());
        }
        return false;
    }

    /**
     * @param subject null for anybody
     * @param before what stands before the part
     */
    private static boolean leavesOut(Part part, @Nullable String subject, CharSequence before) {
        return part.mentions().stream()
                .filter(each -> !each.neutral() && !each.weak())
                .filter(each -> subject == null || each.subjects().contains(subject))
                .anyMatch(each -> Twist.leavesOut(before + part.text().substring(0, each.start())));
    }

    /** "They", "of it" and the like are of whom the latest sentence names, when it names one. */
    private static boolean pronounFits(String subject, boolean general, Surroundings around) {
        StringBuilder said = new StringBuilder(around.own().words());
        around.earlier().forEach(clause -> said.append(' ').append(clause.words()));
        boolean person = PERSON.matcher(said).find();
        Part asked = around.asked();
        if (!general && asked != null && around.before().stream().allMatch(before -> before.named(subject) == null)) {
            Set<String> named = asked.named(subject);
            return named != null
                    && named.contains(subject)
                    && asked.namesOnly(subject)
                    && !leavesOut(asked, subject, "")
                    && !Twist.isOfSomebodyElse(said.toString());
        }
        if (general && (isAskedOfOne(around) || person && isAskedOfOnly(around))) {
            return false;
        }
        if (!person && !THING.matcher(said).find()) {
            return general;
        }
        if (general && !person && EVERYBODY.matcher(said).find()) {
            return true;
        }
        for (Part before : around.before()) {
            Set<String> named = before.named(subject);
            if (named != null) {
                return !general && before.namesOnly(subject);
            }
            if (general && !person && EVERYBODY.matcher(before.words()).find()) {
                return true;
            }
        }
        return general;
    }

    /** Whether the figure leans on a question that is of somebody, and the answer has named nobody yet. */
    private static boolean isAskedOfOne(Surroundings around) {
        return around.leans() && isAskedOfOnly(around);
    }

    private static boolean isAskedOfOnly(Surroundings around) {
        Part asked = around.asked();
        return asked != null
                && asked.named("") != null
                && around.before().stream().allMatch(before -> before.named("") == null);
    }

    private static boolean namesDocument(Fact fact, Surroundings around) {
        String subject = fact.subject().toLowerCase(Locale.ROOT);
        List<Part> parts = new ArrayList<>(around.around());
        if (around.asked() != null) {
            parts.add(around.asked());
        }
        around.before().stream()
                .filter(part -> part.named(subject) != null)
                .limit(2)
                .forEach(parts::add);
        return parts.stream()
                .anyMatch(part -> part.mentions().stream()
                                .anyMatch(each -> each.subjects().contains(subject)
                                        && (each.number() || each.subjects().size() == 1))
                        || DOCUMENT.matcher(part.words()).find());
    }

    /** Whether documents are named by their numbers, and the subject is none of them. */
    private static boolean namesAnother(Part part, String subject) {
        List<Names.Mention> numbers =
                part.mentions().stream().filter(Names.Mention::number).toList();
        return !numbers.isEmpty()
                && numbers.stream().noneMatch(each -> each.subjects().contains(subject));
    }

    static boolean isDocument(Fact fact) {
        return fact.period().isDay() && fact.subject().matches("(?=\\S*\\d\\d)(?=\\S*[\\p{L}-])\\S+ .+");
    }
}
