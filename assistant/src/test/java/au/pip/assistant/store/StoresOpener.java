package au.pip.assistant.store;

import java.util.List;

/** Opens a database from its arguments alone, in whichever process. It has a constructor without parameters. */
public interface StoresOpener {
    Stores open(List<String> arguments);
}
