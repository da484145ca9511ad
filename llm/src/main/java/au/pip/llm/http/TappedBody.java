package au.pip.llm.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body that a {@link Tap} sees on its way. */
final class TappedBody implements BodySubscriber<BodyPipe> {
    private final BodyPipe pipe = new BodyPipe();
    private final Tap.Exchange exchange;

    private TappedBody(Tap.Exchange exchange) {
        this.exchange = exchange;
    }

    static BodyHandler<BodyPipe> handler(Tap.Exchange exchange) {
        return answer -> {
            exchange.answered(answer.statusCode(), answer.headers());
            return new TappedBody(exchange);
        };
    }

    @Override
    public CompletionStage<BodyPipe> getBody() {
        return pipe.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        pipe.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(buffer -> exchange.delivered(buffer.asReadOnlyBuffer()));
        pipe.onNext(buffers);
    }

    @Override
    public void onError(Throwable throwable) {
        exchange.ended();
        pipe.onError(throwable);
    }

    @Override
    public void onComplete() {
        exchange.ended();
        pipe.onComplete();
    }
}
