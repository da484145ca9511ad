package au.pip.llm.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body that a {@link Tap} sees on its way. */
final class TappedBody implements BodySubscriber<BodyPipe> {
    private final BodyPipe pipe;
    private final Tap.Exchange exchange;

    /** Tells of the answer at once, of its body later. */
    TappedBody(BodyPipe pipe, Tap.Exchange exchange, ResponseInfo answer) {
        this.pipe = pipe;
        this.exchange = exchange;
        exchange.answered(answer.statusCode(), answer.headers());
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
