package au.pip.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS KMS as its clients see it, on the loopback, with one key: GenerateDataKey and Decrypt over its JSON 1.1 protocol
 * (https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html, …/API_Decrypt.html). It binds a data
 * key to its encryption context, as KMS does, and can be told to fail.
 */
public final class KmsStandIn implements AutoCloseable {
    public static final String ARN = "arn:aws:kms:ap-southeast-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NONCE = 12;

    private final HttpServer server;
    private final byte[] secret = bytes(32);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Failure> failures = new CopyOnWriteArrayList<>();

    /** A request as it came. */
    public record Call(String target, String contentType, String authorization, JsonNode body) {}

    /** @param lasting whether it is given again and again, or to one request */
    private record Failure(int status, String code, boolean lasting) {}

    private KmsStandIn(HttpServer server) {
        this.server = server;
    }

    public static KmsStandIn start() {
        try {
            KmsStandIn kms =
                    new KmsStandIn(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            kms.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            kms.server.createContext("/", kms::answer);
            kms.server.start();
            return kms;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Fails every request with this code until told otherwise. */
    public KmsStandIn failing(int status, String code) {
        failures.clear();
        failures.add(new Failure(status, code, true));
        return this;
    }

    /** Fails the next request only. */
    public KmsStandIn failingOnce(int status, String code) {
        failures.clear();
        failures.add(new Failure(status, code, false));
        return this;
    }

    public KmsStandIn working() {
        failures.clear();
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            calls.add(new Call(
                    target,
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    body));
            if (!failures.isEmpty()) {
                Failure failure = failures.getFirst();
                if (!failure.lasting()) {
                    failures.clear();
                }
                send(exchange, failure.status(), refusal(failure.code()));
                return;
            }
            switch (String.valueOf(target)) {
                case "TrentService.GenerateDataKey" -> send(exchange, 200, made(body));
                case "TrentService.Decrypt" -> decrypt(exchange, body);
                default -> send(exchange, 400, refusal("UnknownOperationException"));
            }
        }
    }

    private ObjectNode made(JsonNode body) {
        byte[] plain = bytes(body.path("KeySpec").asString().equals("AES_256") ? 32 : 16);
        byte[] nonce = bytes(NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, body, plain);
        byte[] blob = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return JSON.createObjectNode()
                .put("CiphertextBlob", Base64.getEncoder().encodeToString(blob))
                .put("KeyId", ARN)
                .put("Plaintext", Base64.getEncoder().encodeToString(plain));
    }

    private void decrypt(HttpExchange exchange, JsonNode body) throws IOException {
        byte[] blob = Base64.getDecoder().decode(body.path("CiphertextBlob").asString());
        byte[] plain = blob.length < NONCE
                ? null
                : cipher(
                        Cipher.DECRYPT_MODE,
                        Arrays.copyOf(blob, NONCE),
                        body,
                        Arrays.copyOfRange(blob, NONCE, blob.length));
        if (plain == null) {
            send(exchange, 400, JSON.createObjectNode().put("__type", "InvalidCiphertextException"));
            return;
        }
        send(
                exchange,
                200,
                JSON.createObjectNode()
                        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT")
                        .put("KeyId", ARN)
                        .put("Plaintext", Base64.getEncoder().encodeToString(plain)));
    }

    /** Null when it does not open: damaged, or of another context. */
    private byte[] cipher(int mode, byte[] nonce, JsonNode body, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(body.path("EncryptionContext").toString().getBytes(UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException changed) {
            return null;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static ObjectNode refusal(String code) {
        return JSON.createObjectNode().put("__type", code).put("message", "said by the stand-in");
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.getResponseHeaders().set("x-amzn-RequestId", "4f4ad5b1-5ad5-4b9e-9e3e-0d2e1f0c9b8a");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
