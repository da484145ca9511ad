package au.pip.kms;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

/**
 * Makes data keys under one key of AWS KMS, and opens them. Credentials come from AWS's own places: the environment, a
 * profile, the machine's role. A call takes ten seconds at most and is tried three times.
 */
public final class KmsDataKeys implements AutoCloseable {
    /** KMS opens a data key only when it is told the same; its logs show it. */
    private static final Map<String, String> CONTEXT = Map.of("au.pip.purpose", "master key of secrets");

    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final KmsKey key;
    private final KmsClient client;

    private KmsDataKeys(KmsKey key, KmsClient client) {
        this.key = key;
        this.client = client;
    }

    /** Calls nobody yet. */
    public static KmsDataKeys of(KmsKey key) {
        return of(key, DefaultCredentialsProvider.builder().build());
    }

    static KmsDataKeys of(KmsKey key, AwsCredentialsProvider credentials) {
        KmsClientBuilder builder = KmsClient.builder()
                .region(Region.of(key.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(LONGEST_TRY)
                        .socketTimeout(LONGEST_TRY))
                .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(LONGEST_TRY)
                        .apiCallTimeout(LONGEST)
                        .retryStrategy(RetryMode.STANDARD));
        if (key.endpoint() != null) {
            builder.endpointOverride(key.endpoint());
        }
        return new KmsDataKeys(key, builder.build());
    }

    /**
     * A new key of 256 bits.
     *
     * @throws KmsUnavailable when KMS does not give one
     */
    public DataKey make() {
        GenerateDataKeyResponse made = asked(() -> client.generateDataKey(
                request -> request.keyId(key.id()).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT)));
        return new DataKey(taken(made.plaintext()), made.ciphertextBlob().asByteArray());
    }

    /**
     * The key that was wrapped, to be wiped by the caller. Under whichever key of KMS it was made: the wrapped form
     * names it.
     *
     * @throws KmsUnavailable when KMS does not open it
     */
    public byte[] open(byte[] wrapped) {
        DecryptResponse opened = asked(() -> client.decrypt(request ->
                request.ciphertextBlob(SdkBytes.fromByteArray(wrapped)).encryptionContext(CONTEXT)));
        return taken(opened.plaintext());
    }

    private <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw new KmsUnavailable(KmsFailure.sentence(key, failure), failure);
        }
    }

    /** A copy; the reply's own bytes are wiped. */
    private static byte[] taken(SdkBytes reply) {
        byte[] own = reply.asByteArrayUnsafe();
        byte[] copy = own.clone();
        Arrays.fill(own, (byte) 0);
        return copy;
    }

    @Override
    public void close() {
        client.close();
    }
}
