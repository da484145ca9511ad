package au.pip.llm.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;

/** Sees each exchange as it goes over HTTP, for recordings. It sees credentials too: what it keeps is its own affair. */
public interface Tap {
    /** A request is about to be sent; called by the thread that sends it. */
    Exchange sending(HttpRequest request);

    /** What becomes of one request. Called by the transport's threads, one after the other; must neither wait nor throw. */
    interface Exchange {
        void answered(int status, HttpHeaders headers);

        /** @param bytes the next of the body; to be read during the call only */
        void delivered(ByteBuffer bytes);

        /** The body has ended or broken off. Not called when the exchange was closed before. */
        void ended();
    }
}
