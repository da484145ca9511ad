package au.pip.assistant.store;

/** What a part of the contract is tried on. */
interface OpenedStores {
    Stores stores();

    /** Closes the stores and opens the same again, as a later process would. */
    Stores reopen();
}
