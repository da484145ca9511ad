package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.store.ReplyStore;
import au.pip.assistant.store.ReplyStore.Reply;
import au.pip.assistant.store.StoreException;
import au.pip.xero.Answer;
import au.pip.xero.ReplyCache;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Replies to one connection of one account, kept in the database in gzip. Another sign-in or other permissions find none
 * of them. Once a connection has {@value #MOST_BYTES} bytes, all of its are forgotten.
 */
final class StoredReplies implements ReplyCache {
    static final long MOST_BYTES = 64_000_000;

    private final ReplyStore store;
    private final AccountId account;
    private final String connectionId;
    private final String reach;

    /** @param scopes what counts there today of what was granted */
    StoredReplies(ReplyStore store, AccountId account, Connection connection, Set<String> scopes) {
        this.store = store;
        this.account = account;
        this.connectionId = connection.id();
        this.reach = connection.organisationId() + "\n" + connection.signInId() + "\n"
                + String.join(" ", new TreeSet<>(scopes)) + "\n";
    }

    @Override
    public Optional<Answer> find(String name) {
        try {
            return store.find(account, connectionId, named(name)).map(StoredReplies::answer);
        } catch (StoreException | UncheckedIOException lost) {
            return Optional.empty();
        }
    }

    @Override
    public boolean keep(String name, Answer answer) {
        byte[] body = packed(answer.body());
        if (body.length > ReplyStore.MOST_BYTES) {
            return false;
        }
        try {
            if (store.bytes(account, connectionId) + body.length > MOST_BYTES) {
                store.forget(account, connectionId);
            }
            store.put(account, connectionId, named(name), new Reply(answer.at(), body));
            return true;
        } catch (StoreException full) {
            return false;
        }
    }

    @Override
    public void forget() {
        store.forget(account, connectionId);
    }

    private String named(String name) {
        return Word.hash(reach + name);
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Answer answer(Reply reply) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            return new Answer(in.readAllBytes(), reply.at());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
