package au.pip.assistant.store;

import java.util.List;

/**
 * Something that a process does until it is killed, and how another tells afterwards that nothing of it was lost,
 * halved or done twice.
 */
interface Work {
    /** What a kill interrupts. Several of a kind may be listed: they go on at once. */
    List<Work> ALL = List.of(
            new TurnWork(),
            new TurnWork(),
            new TurnWork(),
            new TurnWork(),
            new BudgetWork(),
            new BudgetWork(),
            new CodeWork(),
            new ApprovalWork(),
            new SecretWork(),
            new JobWork());

    /** Says what the store has acknowledged. */
    interface Telling {
        /** @param words without spaces */
        void tell(String... words);
    }

    /** Goes on without end, telling each thing as soon as it is acknowledged. */
    void go(Stores stores, Telling telling);

    /**
     * Looks, and ends what the killed process left unfinished.
     *
     * @param told by one process, of all works of this kind
     */
    void check(Stores stores, List<List<String>> told);
}
