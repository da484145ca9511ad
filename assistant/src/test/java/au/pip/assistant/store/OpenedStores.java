package au.pip.assistant.store;

/** What a part of the contract is tried on. */
interface OpenedStores {
    Stores stores();

    /** Closes the stores and opens the same again, as a later process would. */
    Stores reopen();

    /** Opens other stores of the same kind, which whoever calls closes: empty the first time. */
    Stores others();
}
