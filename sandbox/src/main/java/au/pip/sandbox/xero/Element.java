package au.pip.sandbox.xero;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One record of a body that is to be made, with what is wrong with it. */
final class Element {
    private final JsonNode json;
    private final List<String> errors;

    Element(JsonNode json) {
        this(json, new ArrayList<>());
    }

    private Element(JsonNode json, List<String> errors) {
        this.json = json;
        this.errors = errors;
    }

    /** Parts of it, such as lines; what is wrong with one is wrong with the whole. */
    List<Element> parts(String name) {
        List<Element> parts = new ArrayList<>();
        json.path(name).forEach(part -> parts.add(new Element(part, errors)));
        return parts;
    }

    Element part(String name) {
        return new Element(json.path(name), errors);
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** "" when it is not there. */
    String text(String name) {
        return json.path(name).asString("");
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    String needed(String name, String message) {
        if (!has(name)) {
            wrong(message);
        }
        return text(name);
    }

    BigDecimal decimal(String name, BigDecimal otherwise) {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !value.isNumber()) {
            wrong(name + " is not a number");
        }
        return value.isNumber() ? value.decimalValue() : otherwise;
    }

    @Nullable
    LocalDate date(String name) {
        try {
            return has(name) ? LocalDate.parse(text(name)) : null;
        } catch (DateTimeParseException notADate) {
            wrong(name + " is not a date");
            return null;
        }
    }

    void wrong(String message) {
        errors.add(message);
    }

    boolean isValid() {
        return errors.isEmpty();
    }

    /** As Xero's list of a record's errors. */
    List<Map<String, String>> errors() {
        return errors.stream().map(message -> Map.of("Message", message)).toList();
    }
}
