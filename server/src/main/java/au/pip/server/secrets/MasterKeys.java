package au.pip.server.secrets;

import au.pip.assistant.secret.KeySource;
import au.pip.assistant.secret.MasterKeyException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The master key in force, and how it is changed. Each method fails with a {@link MasterKeyException}. */
public interface MasterKeys extends KeySource, AutoCloseable {
    /** Whether there is a key yet. */
    boolean exists();

    /** Makes a key where there is none; otherwise checks that the one there can be used. */
    void makeFirst();

    /** The ids of all keys that open, whether or not there is one that seals. */
    Set<String> ids();

    /** Which key is in force and where it is, as one sentence. */
    String inForce();

    /** What a person should know of the key in force, as one sentence; empty when there is nothing. */
    default Optional<String> notice() {
        return Optional.empty();
    }

    /** The next step when what is sealed stands under a key that is not here. */
    String whenMissing();

    /** Puts a new key in force where it can be made here; every server notices before it next seals. */
    Rotation rotate();

    @Override
    void close();

    /** A new key is in force; the older ones still open. Closed, another rotation may begin. */
    interface Rotation extends AutoCloseable {
        /**
         * Drops the older keys that an earlier rotation had retired and under which nothing stands. The key that this
         * rotation retired stays: a server may just be keeping what it sealed with it.
         *
         * @param inUse the ids of keys under which something stands
         * @return the ids of those that were dropped
         */
        List<String> drop(Set<String> inUse);

        /** What a person has to know or do next; none or a few sentences. */
        List<String> afterwards(Set<String> inUse);

        @Override
        void close();
    }
}
