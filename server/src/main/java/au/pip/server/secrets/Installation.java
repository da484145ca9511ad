package au.pip.server.secrets;

import au.pip.assistant.store.Stores;
import au.pip.llm.settings.Settings;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One Pip, as its settings describe it.
 *
 * @param hasDatabase whether there is a database to open; opening another would make it
 * @param stores opens the database beside a running server; the caller closes it
 */
public record Installation(
        Settings settings, Path dataDirectory, BooleanSupplier hasDatabase, Supplier<Stores> stores) {}
