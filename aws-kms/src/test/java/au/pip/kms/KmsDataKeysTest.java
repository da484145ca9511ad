package au.pip.kms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class KmsDataKeysTest {
    private final KmsStandIn kms = KmsStandIn.start();
    private final KmsDataKeys keys = at(kms.address());

    private static KmsDataKeys at(URI address) {
        return KmsDataKeys.of(
                new KmsKey("alias/pip", "ap-southeast-2", address),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDPRETEND", "pretend-secret")));
    }

    @AfterEach
    void close() {
        keys.close();
        kms.close();
    }

    @Test
    void opensWhatItMade() {
        DataKey made = keys.make();
        assertThat(made.plain()).hasSize(32);
        assertThat(keys.open(made.wrapped())).isEqualTo(made.plain());
        assertThat(new String(made.wrapped(), ISO_8859_1)).doesNotContain(new String(made.plain(), ISO_8859_1));
        assertThat(made).hasToString("DataKey[…]");
        assertThat(keys.make().plain()).isNotEqualTo(made.plain());
    }

    @Test
    void asksAsKmsIsAsked() {
        keys.open(keys.make().wrapped());
        KmsStandIn.Call made = kms.calls().getFirst();
        assertThat(made.target()).isEqualTo("TrentService.GenerateDataKey");
        assertThat(made.contentType()).isEqualTo("application/x-amz-json-1.1");
        assertThat(made.authorization())
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDPRETEND/")
                .contains("/ap-southeast-2/kms/aws4_request")
                .doesNotContain("pretend-secret");
        assertThat(made.body().path("KeyId").asString()).isEqualTo("alias/pip");
        assertThat(made.body().path("KeySpec").asString()).isEqualTo("AES_256");
        assertThat(made.body().path("EncryptionContext").toString())
                .isEqualTo("{\"au.pip.purpose\":\"master key of secrets\"}");
        KmsStandIn.Call opened = kms.calls().getLast();
        assertThat(opened.target()).isEqualTo("TrentService.Decrypt");
        assertThat(opened.body().path("EncryptionContext"))
                .isEqualTo(made.body().path("EncryptionContext"));
    }

    @Test
    void refusesAWrappedKeyThatWasChanged() {
        byte[] wrapped = keys.make().wrapped();
        wrapped[wrapped.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.open(wrapped))
                .isInstanceOf(KmsUnavailable.class)
                .hasMessageContaining("does not open this wrapped master key");
    }

    @ParameterizedTest
    @CsvSource({
        "400, AccessDeniedException, allow it kms:GenerateDataKey and kms:Decrypt",
        "400, DisabledException, is disabled: enable it",
        "400, KMSInvalidStateException, about to be deleted",
        "400, NotFoundException, has no key alias/pip in ap-southeast-2",
        "400, UnrecognizedClientException, does not take the credentials",
        "400, ExpiredTokenException, does not take the credentials",
        "400, ThrottlingException, try again in a minute",
        "500, KMSInternalException, did not do it (KMSInternalException"
    })
    void saysInASentenceWhatFailed(int status, String code, String sentence) {
        kms.failing(status, code);
        assertThatThrownBy(keys::make)
                .isInstanceOf(KmsUnavailable.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("pretend-secret")
                .satisfies(told -> assertThat(told.getMessage().lines()).hasSize(1));
        assertThatThrownBy(() -> keys.open(new byte[40])).hasMessageContaining(sentence);
        kms.working();
        assertThat(keys.make().plain()).hasSize(32);
    }

    @Test
    void triesAgainWhenThrottledOnce() {
        kms.failingOnce(400, "ThrottlingException");
        assertThat(keys.make().plain()).hasSize(32);
        assertThat(kms.calls()).hasSize(2);
    }

    @Test
    void saysThatNobodyAnswers() {
        URI address = kms.address();
        kms.close();
        try (KmsDataKeys nowhere = at(address)) {
            assertThatThrownBy(nowhere::make)
                    .isInstanceOf(KmsUnavailable.class)
                    .hasMessage("AWS KMS cannot be reached at " + address
                            + ": check the network, AWS_REGION and AWS_ENDPOINT_URL_KMS.");
        }
    }

    @Test
    void takesTheRegionOfAnArn() {
        assertThat(new KmsKey("arn:aws:kms:eu-central-1:111122223333:alias/pip", "ap-southeast-2", null).region())
                .isEqualTo("eu-central-1");
        assertThat(new KmsKey("alias/pip", "ap-southeast-2", null).region()).isEqualTo("ap-southeast-2");
    }

    @Test
    void sendsNoKeyInTheClear() {
        DataKey made = keys.make();
        keys.open(made.wrapped());
        String plain = Base64.getEncoder().encodeToString(made.plain());
        assertThat(kms.calls())
                .allSatisfy(call -> assertThat(call.body().toString()).doesNotContain(plain));
    }
}
