package au.pip.llm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
    private static HttpReply.Head answer() {
        return new HttpReply.Head(
                new ResponseInfo() {
                    @Override
                    public int statusCode() {
                        return 200;
                    }

                    @Override
                    public HttpHeaders headers() {
                        return HttpHeaders.of(Map.of(), (name, value) -> true);
                    }

                    @Override
                    public HttpClient.Version version() {
                        return HttpClient.Version.HTTP_1_1;
                    }
                },
                new BodyPipe());
    }

    @Test
    void closesABodyThatComesAfterItsReplyWasClosed() throws Exception {
        CompletableFuture<HttpReply.Head> head = new CompletableFuture<>();
        head.cancel(true);
        HttpReply.Head late = answer();

        HttpTransport.hand(late, head);

        assertThat(late.body().take(0)).as("the end").isNull();
    }

    @Test
    void leavesABodyToWhoeverWaitsForIt() throws Exception {
        CompletableFuture<HttpReply.Head> head = new CompletableFuture<>();
        HttpReply.Head answer = answer();

        HttpTransport.hand(answer, head);

        assertThat(head.get()).isSameAs(answer);
        assertThatThrownBy(() -> answer.body().take(0)).isInstanceOf(HttpTimeoutException.class);
    }
}
