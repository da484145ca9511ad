package au.pip.kms;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which key of AWS KMS, and where.
 *
 * @param id a key's id, its ARN, or an alias ({@code alias/pip})
 * @param region such as {@code ap-southeast-2}; an ARN's own region counts before it
 * @param endpoint another address than the region's; null for that
 */
public record KmsKey(String id, String region, @Nullable URI endpoint) {
    private static final Pattern ARN = Pattern.compile("arn:[^:]+:kms:([^:]+):.*");

    public KmsKey {
        Matcher arn = ARN.matcher(id);
        if (arn.matches()) {
            region = arn.group(1);
        }
    }

    /** Where it is asked for, for a person. */
    String place() {
        return endpoint == null ? region : endpoint.toString();
    }
}
