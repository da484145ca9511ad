package au.pip.proxy;

import au.pip.xero.XeroException;
import au.pip.xero.auth.BrowserSignIn;
import au.pip.xero.auth.TokenSet;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Xero's side, with so many calls at once, each in so much time. What is beyond either is told as
 * {@link XeroException.Unavailable}.
 */
final class XeroCalls implements BrowserSignIn {
    private final BrowserSignIn xero;
    private final ExecutorService threads;
    private final Semaphore places;
    private final Duration longest;

    XeroCalls(BrowserSignIn xero, ExecutorService threads, int most, Duration longest) {
        this.xero = xero;
        this.threads = threads;
        this.places = new Semaphore(most);
        this.longest = longest;
    }

    @Override
    public URI address(BrowserSignIn.Begun signIn) {
        return xero.address(signIn);
    }

    @Override
    public TokenSet exchange(String code, String verifier, URI callback) {
        return inTime(() -> xero.exchange(code, verifier, callback));
    }

    @Override
    public TokenSet renew(TokenSet before) {
        return inTime(() -> xero.renew(before));
    }

    @Override
    public void revoke(TokenSet tokens) {
        inTime(() -> {
            xero.revoke(tokens);
            return tokens;
        });
    }

    private TokenSet inTime(Callable<TokenSet> call) {
        Future<TokenSet> answer = threads.submit(() -> placed(call));
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unavailable("Xero did not answer in time. Try again in a few minutes.");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while waiting for Xero");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
        }
    }

    private TokenSet placed(Callable<TokenSet> call) throws Exception {
        if (!places.tryAcquire()) {
            throw unavailable("This proxy is busy. Try again in a minute.");
        }
        try {
            return call.call();
        } finally {
            places.release();
        }
    }

    private static XeroException.Unavailable unavailable(String sentence) {
        return new XeroException.Unavailable(sentence, "connect/token");
    }
}
