package au.pip.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which Pip this is: the build's own version, written into {@code version.properties} as it is built. */
public final class Version {
    private static final String VERSION = read();

    private Version() {}

    public static String of() {
        return VERSION;
    }

    private static String read() {
        try (InputStream file =
                Objects.requireNonNull(Version.class.getResourceAsStream("/au/pip/server/version.properties"))) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version", "").replace("-SNAPSHOT", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
