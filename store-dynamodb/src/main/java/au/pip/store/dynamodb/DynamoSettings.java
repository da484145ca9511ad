package au.pip.store.dynamodb;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which table. Credentials come from where AWS's SDK looks for them: system properties, environment, profile, the
 * machine's role.
 *
 * @param region of AWS, such as {@code ap-southeast-2}
 * @param endpoint another server that speaks DynamoDB's protocol; null for AWS
 * @param createTable whether the program makes the table when there is none; otherwise infrastructure code does
 */
public record DynamoSettings(
        String region, String table, @Nullable URI endpoint, boolean createTable) {
    public static final String SYDNEY = "ap-southeast-2";

    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z0-9]+)+");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** @throws IllegalArgumentException with a sentence for whoever made the settings */
    public DynamoSettings {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException(
                    "'" + region + "' is not a region of AWS: set one such as " + SYDNEY + ".");
        }
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "'" + table + "' cannot be a table's name: it takes 3 to 255 letters, digits, '_', '-' and '.'.");
        }
        if (endpoint != null && !isAddress(endpoint)) {
            throw new IllegalArgumentException(
                    "The endpoint of DynamoDB has to be an address such as http://127.0.0.1:8000, without a user's name"
                            + " or a query.");
        }
    }

    /** A table in AWS's Sydney region, made when there is none. */
    public static DynamoSettings of(String table) {
        return new DynamoSettings(SYDNEY, table, null, true);
    }

    /** What to call it in a sentence. */
    String place() {
        return "The DynamoDB table " + table + (endpoint == null ? " in " + region : " at " + endpoint);
    }

    /** Whether it is a server on this machine, which asks for no credentials. */
    boolean isLocal() {
        return endpoint != null && "http".equals(endpoint.getScheme()) && LOOPBACK.contains(endpoint.getHost());
    }

    private static boolean isAddress(URI endpoint) {
        return ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
                && endpoint.getHost() != null
                && endpoint.getUserInfo() == null
                && endpoint.getQuery() == null;
    }
}
