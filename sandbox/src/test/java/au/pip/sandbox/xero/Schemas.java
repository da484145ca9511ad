package au.pip.sandbox.xero;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of Xero's OpenAPI file, read by its indentation: four blanks a schema, eight a property, ten what it is,
 * twelve what its items are.
 */
final class Schemas {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DATE = Pattern.compile("/Date\\(-?\\d+([+-]\\d{4})?\\)/");

    private final Map<String, Map<String, Property>> properties = new HashMap<>();
    /** The words of a schema that is a list of words. */
    private final Map<String, Set<String>> words = new HashMap<>();

    /** What the file says of one field. */
    private static final class Property {
        String type = "";
        String reference = "";
        String itemType = "";
        String itemReference = "";
        boolean uuid;
        boolean date;
        final Set<String> words = new HashSet<>();
    }

    Schemas(List<String> lines) {
        String schema = "";
        Property property = new Property();
        boolean enumeration = false;
        for (String line : lines.subList(lines.indexOf("  schemas:"), lines.size())) {
            int indent = line.length() - line.stripLeading().length();
            String text = line.strip();
            if (indent == 4 && text.endsWith(":")) {
                schema = text.replace(":", "");
                property = new Property();
            } else if (indent == 8 && text.matches("\\w+:.*")) {
                property = new Property();
                properties
                        .computeIfAbsent(schema, name -> new LinkedHashMap<>())
                        .put(text.replaceAll(":.*", ""), property);
            } else if (indent == 8 && text.startsWith("- ") && enumeration) {
                words.computeIfAbsent(schema, name -> new HashSet<>()).add(unquoted(text.substring(2)));
            } else if (indent == 12 && text.startsWith("- ") && enumeration) {
                property.words.add(unquoted(text.substring(2)));
            } else if (indent == 10) {
                read(property, text);
            } else if (indent == 12) {
                if (text.startsWith("type: ")) {
                    property.itemType = text.substring(6);
                } else if (text.startsWith("$ref: ")) {
                    property.itemReference = reference(text);
                }
            }
            if (!text.startsWith("- ")) {
                enumeration = text.equals("enum:");
            }
        }
    }

    private static void read(Property property, String text) {
        if (text.startsWith("type: ")) {
            property.type = text.substring(6);
        } else if (text.startsWith("$ref: ")) {
            property.reference = reference(text);
        } else if (text.equals("format: uuid")) {
            property.uuid = true;
        } else if (text.startsWith("x-is-msdate")) {
            property.date = true;
        }
    }

    boolean has(String schema) {
        return properties.containsKey(schema);
    }

    /**
     * What is wrong with a record by its schema: names that it lacks, and values that are not of their kind. Names
     * beside a date with {@code String} at their end, which the file shows in examples, are let be.
     */
    List<String> faults(String schema, JsonNode record) {
        List<String> faults = new ArrayList<>();
        check(schema, schema, record, faults);
        return faults;
    }

    private void check(String where, String schema, JsonNode record, List<String> faults) {
        if (words.containsKey(schema)) {
            if (!record.isString() || !words.get(schema).contains(record.asString())) {
                faults.add(where + " is none of its words: " + record);
            }
            return;
        }
        Map<String, Property> known = properties.getOrDefault(schema, Map.of());
        if (!record.isObject()) {
            faults.add(where + " is no object");
            return;
        }
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            Property property = known.get(field.getKey());
            boolean dateText = field.getKey().endsWith("DateString");
            if (property == null && !dateText) {
                faults.add(where + "." + field.getKey() + " is not in " + schema);
            } else if (property != null) {
                check(where + "." + field.getKey(), property, field.getValue(), faults);
            }
        }
    }

    private void check(String where, Property property, JsonNode value, List<String> faults) {
        if (!property.reference.isEmpty()) {
            check(where, property.reference, value, faults);
            return;
        }
        boolean fits = switch (property.type) {
            case "string" -> value.isString();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            default -> true;
        };
        if (!fits) {
            faults.add(where + " is no " + property.type + ": " + value);
            return;
        }
        if (property.uuid && !UUID.matcher(value.asString()).matches()) {
            faults.add(where + " is no id: " + value);
        }
        if (property.date && !DATE.matcher(value.asString()).matches()) {
            faults.add(where + " is no date of Xero's: " + value);
        }
        if (!property.words.isEmpty() && !property.words.contains(value.asString(""))) {
            faults.add(where + " is none of its words: " + value);
        }
        if (value.isArray()) {
            for (JsonNode each : value) {
                if (!property.itemReference.isEmpty()) {
                    check(where + "[]", property.itemReference, each, faults);
                } else if (property.itemType.equals("string") && !each.isString()) {
                    faults.add(where + "[] is no string: " + each);
                }
            }
        }
    }

    private static String reference(String text) {
        Matcher matcher = Pattern.compile(".*/schemas/(\\w+)\"?").matcher(text);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String unquoted(String text) {
        return text.replaceAll("^\"|\"$", "");
    }
}
