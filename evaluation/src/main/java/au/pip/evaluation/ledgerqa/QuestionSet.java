package au.pip.evaluation.ledgerqa;

import au.pip.evaluation.Truth;
import au.pip.sandbox.books.BooksSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The questions over one set of books. Each is asked in one wording; the wordings take turns. */
final class QuestionSet {
    private final BooksSpec books;
    private final Truth truth;
    private final Map<String, String> common;

    private QuestionSet(BooksSpec books, Truth truth) {
        this.books = books;
        this.truth = truth;
        this.common = new LinkedHashMap<>(
                text(truth.rows("select name as organisation, sales_tax_basis as basis from organisation", Map.of())
                        .getFirst()));
        common.put("today", books.today().toString());
        common.put("basis", String.valueOf(common.get("basis")).toLowerCase(Locale.ROOT));
    }

    static List<Question> of(BooksSpec books, Truth truth, List<Family> families) {
        truth.define(FamilyReader.resource("views.sql"));
        QuestionSet set = new QuestionSet(books, truth);
        return families.stream()
                .flatMap(family -> family.templates().stream())
                .filter(template -> template.companies().isEmpty()
                        || template.companies().contains(books.company().word()))
                .flatMap(template -> set.questions(template).stream())
                .toList();
    }

    /** As many, spread evenly over the families and in each over its templates, the same each time. */
    static List<Question> limited(List<Question> all, int limit) {
        Map<String, List<Question>> families =
                all.stream().collect(Collectors.groupingBy(Question::family, LinkedHashMap::new, Collectors.toList()));
        families.replaceAll((_, theirs) -> inTurns(theirs));
        Set<Question> chosen = new LinkedHashSet<>();
        for (int round = 0; chosen.size() < Math.min(limit, all.size()); round++) {
            for (List<Question> family : families.values()) {
                if (round < family.size() && chosen.size() < limit) {
                    chosen.add(family.get(round));
                }
            }
        }
        return all.stream().filter(chosen::contains).toList();
    }

    /** One of each template, then another of each, and so on; which comes first is mixed. */
    private static List<Question> inTurns(List<Question> family) {
        Map<String, List<Question>> templates = family.stream()
                .sorted(Comparator.comparingInt((Question each) -> each.id().hashCode() * 0x9E3779B1))
                .collect(
                        Collectors.groupingBy(each -> each.template().name(), LinkedHashMap::new, Collectors.toList()));
        List<Question> turns = new ArrayList<>();
        for (int round = 0; turns.size() < family.size(); round++) {
            for (List<Question> template : templates.values()) {
                if (round < template.size()) {
                    turns.add(template.get(round));
                }
            }
        }
        return turns;
    }

    private List<Question> questions(Template template) {
        List<Question> questions = new ArrayList<>();
        List<Map<String, String>> rows = template.parameters().isEmpty()
                ? List.of(Map.of())
                : truth.rows(template.parameters(), common).stream()
                        .map(QuestionSet::text)
                        .toList();
        List<Map<String, String>> spans = template.spans().isEmpty()
                ? List.of(Map.of())
                : template.spans().stream()
                        .map(word -> Span.of(word, books.today()).values())
                        .toList();
        int number = 0;
        for (Map<String, String> row : rows) {
            for (Map<String, String> span : spans) {
                Question question = question(template, row, span, number);
                if (question != null) {
                    questions.add(question);
                }
                number++;
            }
        }
        return questions;
    }

    /** Null when the books hold no answer. */
    private @Nullable Question question(
            Template template, Map<String, String> row, Map<String, String> span, int number) {
        Map<String, String> values = new LinkedHashMap<>(common);
        values.putAll(row);
        values.putAll(span);
        List<Gold> gold = template.kind().isFigure() ? gold(template, values) : List.of();
        if (template.kind().isFigure() && gold.isEmpty()) {
            return null;
        }
        int turn = number + books.company().word().length() + Math.floorMod(books.seed(), 97);
        String wording = template.asks().get(turn % template.asks().size());
        return new Question(
                "%s/%s/%s-%d-%s/%d"
                        .formatted(
                                template.family(),
                                template.name(),
                                books.company().word(),
                                books.seed(),
                                books.today(),
                                number),
                template,
                books,
                values,
                template.before().stream()
                        .map(before -> Question.fill(before.ask(), values))
                        .toList(),
                Question.fill(wording, values),
                gold);
    }

    private List<Gold> gold(Template template, Map<String, String> values) {
        return truth.rows(template.gold(), values).stream()
                .filter(row -> row.get("value") != null)
                .map(QuestionSet::text)
                .map(row -> new Gold(
                        template.kind(),
                        row.getOrDefault("value", ""),
                        row.getOrDefault("currency", "AUD"),
                        row.getOrDefault("name", ""),
                        Arrays.stream(row.getOrDefault("ids", "").split(","))
                                .filter(id -> !id.isEmpty())
                                .collect(Collectors.toSet())))
                .toList();
    }

    private static Map<String, String> text(Map<String, @Nullable String> row) {
        Map<String, String> text = new LinkedHashMap<>();
        row.forEach((column, value) -> text.put(column, value == null ? "" : value));
        return text;
    }
}
