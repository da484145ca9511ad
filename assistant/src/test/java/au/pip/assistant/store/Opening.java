package au.pip.assistant.store;

import java.util.ArrayList;
import java.util.List;

/** How two processes open one database. */
public record Opening(Class<? extends StoresOpener> opener, List<String> arguments) {
    public Opening {
        arguments = List.copyOf(arguments);
    }

    /** The database that another process's {@link #words} name. */
    static Opening of(String... words) throws ClassNotFoundException {
        List<String> all = List.of(words);
        return new Opening(Class.forName(all.getFirst()).asSubclass(StoresOpener.class), all.subList(1, all.size()));
    }

    String[] words() {
        List<String> words = new ArrayList<>();
        words.add(opener.getName());
        words.addAll(arguments);
        return words.toArray(String[]::new);
    }

    public Stores open() {
        try {
            var constructor = opener.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance().open(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(opener + " has to have a constructor without parameters", impossible);
        }
    }
}
