package au.pip.kms;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a failure of KMS means for a person. Codes: <a
 * href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html#API_GenerateDataKey_Errors">GenerateDataKey</a>
 * and <a href="https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html">those of all calls</a>.
 */
final class KmsFailure {
    private KmsFailure() {}

    static String sentence(KmsKey key, SdkException failure) {
        if (failure instanceof AwsServiceException refused && refused.awsErrorDetails() != null) {
            return refused(key, refused.awsErrorDetails().errorCode(), refused.statusCode());
        }
        if (String.valueOf(failure.getMessage()).contains("credentials")) {
            return "AWS KMS needs credentials, and there are none: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the"
                    + " environment, or give the machine a role.";
        }
        return "AWS KMS cannot be reached at %s: check the network, AWS_REGION and AWS_ENDPOINT_URL_KMS."
                .formatted(key.place());
    }

    private static String refused(KmsKey key, String code, int status) {
        String id = key.id();
        return switch (code) {
            case "AccessDeniedException" ->
                "AWS KMS does not let this server use the key %s: allow it kms:GenerateDataKey and kms:Decrypt."
                        .formatted(id);
            case "DisabledException" -> "The key %s of AWS KMS is disabled: enable it there.".formatted(id);
            case "KMSInvalidStateException" ->
                "The key %s of AWS KMS cannot be used in its state: it may be about to be deleted; cancel that there."
                        .formatted(id);
            case "NotFoundException" ->
                "AWS KMS has no key %s in %s: check PIP_MASTER_KEY_KMS and AWS_REGION.".formatted(id, key.region());
            case "InvalidCiphertextException", "IncorrectKeyException" ->
                "AWS KMS does not open this wrapped master key: it is damaged, or was made for something else. Put its"
                        + " file back from a copy.";
            case "ThrottlingException", "Throttling", "TooManyRequestsException" ->
                "AWS KMS has too much to do just now (%s): try again in a minute.".formatted(code);
            case "UnrecognizedClientException",
                    "InvalidClientTokenId",
                    "InvalidSignatureException",
                    "ExpiredTokenException",
                    "MissingAuthenticationTokenException" ->
                "AWS does not take the credentials (%s): renew them.".formatted(code);
            default ->
                "AWS KMS did not do it (%s, HTTP %d): see the state of key %s there.".formatted(code, status, id);
        };
    }
}
