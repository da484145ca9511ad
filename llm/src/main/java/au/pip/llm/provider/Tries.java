package au.pip.llm.provider;

import au.pip.llm.LlmException;

/**
 * The tries of one reply until it begins, and how many of them the provider may bill: those that broke off unanswered,
 * and the one that is under way or has answered. Safe for use by several threads.
 */
final class Tries {
    private int brokenOff;
    private boolean underWay;

    synchronized void begin() {
        underWay = true;
    }

    /** The one under way gave nothing of a reply. */
    synchronized void failed(LlmException cause) {
        underWay = false;
        brokenOff += cause.maybeBilled() ? 1 : 0;
    }

    synchronized int maybeBilled() {
        return brokenOff + (underWay ? 1 : 0);
    }
}
