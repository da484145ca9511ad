package au.pip.assistant.store;

/**
 * One value of a {@link Noun}.
 *
 * @param key whether it is part of what tells its rows apart
 * @param optional whether it may be absent
 */
public record Field(String name, Type type, boolean key, boolean optional) {
    public enum Type {
        /** A {@link String}. */
        TEXT,
        /** A {@link Long}. */
        NUMBER
    }

    static Field key(String name) {
        return new Field(name, Type.TEXT, true, false);
    }

    static Field numberKey(String name) {
        return new Field(name, Type.NUMBER, true, false);
    }

    static Field text(String name) {
        return new Field(name, Type.TEXT, false, false);
    }

    static Field number(String name) {
        return new Field(name, Type.NUMBER, false, false);
    }

    static Field maybeText(String name) {
        return new Field(name, Type.TEXT, false, true);
    }

    static Field maybeNumber(String name) {
        return new Field(name, Type.NUMBER, false, true);
    }

    boolean allows(Object value) {
        return switch (value) {
            case null -> optional;
            case String _ -> type == Type.TEXT;
            case Long _ -> type == Type.NUMBER;
            default -> false;
        };
    }
}
