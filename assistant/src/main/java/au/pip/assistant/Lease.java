package au.pip.assistant;

import java.time.Instant;

/**
 * The right of one holder to do something alone for a while.
 *
 * @param holder who has it: a node, a thread of it
 * @param number grows each time the lease goes to a holder anew, so that a late one can be told from the present one
 * @param until anybody may take it from then on
 */
public record Lease(String name, String holder, long number, Instant until) {}
