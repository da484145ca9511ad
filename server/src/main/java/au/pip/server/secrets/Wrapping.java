package au.pip.server.secrets;

import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.MasterKeyException;

/** How a key is written into the key file. */
interface Wrapping extends AutoCloseable {
    /** One word, as the file has it. */
    String word();

    /** What opens it besides the file, as a part of a sentence; empty when nothing does. */
    String openedBy();

    /** @throws MasterKeyException when none can be made */
    Wrapped make();

    /**
     * @param written is wiped by the caller
     * @throws MasterKeyException when it cannot be opened
     */
    MasterKey open(byte[] written);

    @Override
    void close();
}
