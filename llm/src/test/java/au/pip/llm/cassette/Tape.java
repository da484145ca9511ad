package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.llm.http.Tap;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** All that went over HTTP, as it was: with every secret that it held. Stays in memory. */
final class Tape implements Tap {
    /** What follows a reply's end mark is read for two seconds at most. */
    private static final long END_SECONDS = 3;

    private final List<Running> exchanges = new ArrayList<>();

    /**
     * @param pieces the body as it was delivered
     * @param requestHeaders by name, as are {@code answerHeaders}
     */
    record Taken(
            String method,
            URI address,
            Map<String, List<String>> requestHeaders,
            String requestBody,
            int status,
            Map<String, List<String>> answerHeaders,
            List<byte[]> pieces) {}

    private static final class Running implements Exchange {
        private final HttpRequest request;
        private final String requestBody;
        private final List<byte[]> pieces = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);
        private int status;
        private Map<String, List<String>> headers = Map.of();

        Running(HttpRequest request) {
            this.request = request;
            this.requestBody = request.bodyPublisher().map(Tape::contentOf).orElse("");
        }

        @Override
        public synchronized void answered(int status, HttpHeaders headers) {
            this.status = status;
            this.headers = headers.map();
        }

        @Override
        public synchronized void delivered(ByteBuffer bytes) {
            if (bytes.hasRemaining()) {
                byte[] piece = new byte[bytes.remaining()];
                bytes.get(piece);
                pieces.add(piece);
            }
        }

        @Override
        public void ended() {
            ended.countDown();
        }

        synchronized boolean isAnswered() {
            return status != 0;
        }

        synchronized Taken taken() {
            return new Taken(
                    request.method(),
                    request.uri(),
                    request.headers().map(),
                    requestBody,
                    status,
                    headers,
                    List.copyOf(pieces));
        }
    }

    private static String contentOf(HttpRequest.BodyPublisher publisher) {
        BodySubscriber<String> content = BodySubscribers.ofString(UTF_8);
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                content.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                content.onNext(List.of(bytes));
            }

            @Override
            public void onError(Throwable failed) {
                content.onError(failed);
            }

            @Override
            public void onComplete() {
                content.onComplete();
            }
        });
        return content.getBody().toCompletableFuture().join();
    }

    @Override
    public synchronized Exchange sending(HttpRequest request) {
        Running exchange = new Running(request);
        exchanges.add(exchange);
        return exchange;
    }

    /** The answered exchanges in the order of their requests, once the rest of their bodies has come. */
    @SuppressWarnings("ReturnValueIgnored") // an answer that is left open after its end mark is taken all the same
    synchronized List<Taken> taken() throws InterruptedException {
        List<Taken> answered = new ArrayList<>();
        for (Running exchange : exchanges) {
            if (exchange.isAnswered()) {
                exchange.ended.await(END_SECONDS, TimeUnit.SECONDS);
                answered.add(exchange.taken());
            }
        }
        return answered;
    }
}
