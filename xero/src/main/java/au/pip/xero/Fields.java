package au.pip.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, read tolerantly: missing, null and empty are the same. What is there but is not of its
 * kind throws {@link XeroException.Malformed}, since a figure must not rest on it.
 */
final class Fields {
    /** Bounds on a decimal's digits, so that {@code 1e999999999} costs nothing. */
    private static final int MOST_DIGITS = 40;

    private final JsonNode node;
    private final String endpoint;

    Fields(JsonNode node, String endpoint) {
        this.node = node;
        this.endpoint = endpoint;
    }

    boolean isEmpty() {
        return node.isEmpty();
    }

    String json() {
        return node.toString();
    }

    /** Text, or a number or truth value as text. */
    @Nullable
    String text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull() || value.isContainer()) {
            return null;
        }
        String text = value.asString();
        return text.isEmpty() ? null : text;
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    String requiredText(String name) {
        return required(name, text(name));
    }

    boolean flag(String name, boolean otherwise) {
        String text = text(name);
        return text == null ? otherwise : text.equalsIgnoreCase("true");
    }

    boolean flag(String name) {
        return flag(name, false);
    }

    @Nullable
    BigDecimal decimal(String name) {
        JsonNode value = node.path(name);
        if (value.isNumber()) {
            return bounded(name, value.decimalValue());
        }
        String text = text(name);
        if (text == null) {
            return null;
        }
        BigDecimal decimal = Decimals.parse(text);
        if (decimal == null) {
            throw wrong(name, "is not a number");
        }
        return bounded(name, decimal);
    }

    @Nullable
    Integer whole(String name) {
        BigDecimal decimal = decimal(name);
        try {
            return decimal == null ? null : decimal.intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(name, "is not a whole number");
        }
    }

    @Nullable
    Money money(String name, Currency currency) {
        BigDecimal amount = decimal(name);
        try {
            return amount == null ? null : Money.exact(amount, currency);
        } catch (ArithmeticException e) {
            throw wrong(name, "is not an amount of " + currency);
        }
    }

    Money requiredMoney(String name, Currency currency) {
        return required(name, money(name, currency));
    }

    Money moneyOrZero(String name, Currency currency) {
        Money money = money(name, currency);
        return money == null ? Money.zero(currency) : money;
    }

    Currency currency(String name, Supplier<Currency> otherwise) {
        String code = text(name);
        try {
            return code == null ? otherwise.get() : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw wrong(name, "is not a currency");
        }
    }

    /** A document's day: {@code nameString} where Xero gives it, else {@code name}. */
    @Nullable
    LocalDate date(String name) {
        String text = text(name + "String");
        return parsed(name, text == null ? text(name) : text, XeroDates::date);
    }

    @Nullable
    Instant instant(String name) {
        return parsed(name, text(name), XeroDates::instant);
    }

    /**
     * The constant whose name has the same letters and digits as the text ({@code NoTax} is {@code NO_TAX}); else the
     * other one, as Xero's lists grow.
     */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        String letters = letters(text(name, ""));
        for (E choice : otherwise.getDeclaringClass().getEnumConstants()) {
            if (letters(choice.name()).equals(letters)) {
                return choice;
            }
        }
        return otherwise;
    }

    /** A nested object; one without fields when it is missing. */
    Fields child(String name) {
        return new Fields(node.path(name), endpoint);
    }

    <T> List<T> list(String name, Function<Fields, T> element) {
        List<T> list = new ArrayList<>();
        JsonNode array = node.path(name);
        if (array.isArray()) {
            for (JsonNode each : array) {
                if (each.isObject()) {
                    list.add(element.apply(new Fields(each, endpoint)));
                }
            }
        }
        return List.copyOf(list);
    }

    /** The same where a reply that lacks the list is no answer. */
    <T> List<T> requiredList(String name, Function<Fields, T> element) {
        if (!hasList(name)) {
            throw wrong(name, "is missing");
        }
        return list(name, element);
    }

    boolean hasList(String name) {
        return node.path(name).isArray();
    }

    <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    XeroException.Malformed wrong(String name, String how) {
        return XeroException.Malformed.unreadable(endpoint, name + " " + how);
    }

    private <T> @Nullable T parsed(String name, @Nullable String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            throw wrong(name, "is not a date");
        }
    }

    private BigDecimal bounded(String name, BigDecimal decimal) {
        if (Math.abs((long) decimal.scale()) > MOST_DIGITS || decimal.precision() > MOST_DIGITS) {
            throw wrong(name, "has too many digits");
        }
        return decimal;
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
