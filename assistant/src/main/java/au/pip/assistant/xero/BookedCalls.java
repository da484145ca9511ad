package au.pip.assistant.xero;

import au.pip.xero.XeroLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What nodes have booked of the calls to one organisation; immutable.
 *
 * @param used calls booked since the day began
 * @param xeros what Xero said is left of the day, less what was booked since; null while it has said nothing
 * @param toldAt when it said so
 * @param dayEnds when the day's calls are to be had again
 * @param refused whether Xero refused a call for the day, and told {@code dayEnds} itself
 * @param blocks what was booked lately, the latest last
 */
record BookedCalls(
        int used, @Nullable Integer xeros, Instant toldAt, Instant dayEnds, boolean refused, List<Block> blocks) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration DAY = Duration.ofDays(1);

    /** Calls that a node booked together, for use within {@link #LASTS}. */
    record Block(Instant at, int calls, String node) {
        static final Duration LASTS = Duration.ofSeconds(2);

        boolean isGood(Instant now) {
            return now.isBefore(at.plus(LASTS));
        }
    }

    BookedCalls {
        blocks = List.copyOf(blocks);
    }

    static BookedCalls none(Instant now) {
        return new BookedCalls(0, null, Instant.EPOCH, midnightAfter(now), false, List.of());
    }

    /** Xero does not say when its day begins; its limit is one of calls a day. */
    private static Instant midnightAfter(Instant now) {
        return now.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    /** As it is now: another day begins with nothing, and blocks that no minute holds any more are gone. */
    BookedCalls at(Instant now, Duration window) {
        Instant oldest = now.minus(window).minus(Block.LASTS);
        List<Block> recent =
                blocks.stream().filter(block -> block.at().isAfter(oldest)).toList();
        return now.isBefore(dayEnds)
                ? new BookedCalls(used, xeros, toldAt, dayEnds, refused, recent)
                : new BookedCalls(0, null, toldAt, midnightAfter(now), false, recent);
    }

    /** With what Xero has said, unless it is older than what it said before, or of a day before. */
    BookedCalls told(@Nullable XeroLimits said) {
        Instant saidAt = said == null ? toldAt : said.seenAt().truncatedTo(ChronoUnit.MILLIS);
        if (said == null || !saidAt.isAfter(toldAt) || saidAt.isBefore(dayEnds.minus(DAY))) {
            return this;
        }
        Instant ends = said.dayResetsAt();
        if (ends != null) {
            return new BookedCalls(used, 0, saidAt, ends.truncatedTo(ChronoUnit.MILLIS), true, blocks);
        }
        Integer remaining = said.dayRemaining();
        return remaining == null
                ? this
                : new BookedCalls(used, remaining, saidAt, dayEnds, refused && remaining == 0, blocks);
    }

    /** Without the calls of a block that its node did not make. */
    BookedCalls givenBack(@Nullable Block block, int calls) {
        int at = block == null || calls == 0 ? -1 : blocks.indexOf(block);
        if (block == null || at < 0) {
            return this;
        }
        List<Block> left = new ArrayList<>(blocks);
        left.set(at, new Block(block.at(), block.calls() - calls, block.node()));
        return new BookedCalls(
                Math.max(0, used - calls), xeros == null ? null : xeros + calls, toldAt, dayEnds, refused, left);
    }

    BookedCalls booked(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new BookedCalls(
                used + block.calls(),
                xeros == null ? null : Math.max(0, xeros - block.calls()),
                toldAt,
                dayEnds,
                refused,
                more);
    }

    /** What is left of the day's calls. */
    int left(int daily) {
        return Math.max(0, xeros == null ? daily - used : Math.min(daily - used, xeros));
    }

    /** How many may still be booked within the window. */
    int free(int most) {
        return most - blocks.stream().mapToInt(Block::calls).sum();
    }

    /** When the first of the blocks leaves the window. */
    Instant nextFree(Instant now, Duration window) {
        return blocks.stream()
                .filter(block -> block.calls() > 0)
                .map(block -> block.at().plus(window).plus(Block.LASTS))
                .min(Instant::compareTo)
                .orElse(now);
    }

    /** JSON; times are milliseconds. */
    String text() {
        ObjectNode json = JSON.createObjectNode();
        json.put("used", used);
        json.put("xeros", xeros);
        json.put("told_at", toldAt.toEpochMilli());
        json.put("day_ends", dayEnds.toEpochMilli());
        json.put("refused", refused);
        ArrayNode list = json.putArray("blocks");
        for (Block block : blocks) {
            ObjectNode each = list.addObject();
            each.put("at", block.at().toEpochMilli());
            each.put("calls", block.calls());
            each.put("node", block.node());
        }
        return JSON.writeValueAsString(json);
    }

    static BookedCalls read(String text) {
        JsonNode json = JSON.readTree(text);
        List<Block> blocks = new ArrayList<>();
        for (JsonNode each : json.path("blocks")) {
            blocks.add(new Block(
                    Instant.ofEpochMilli(each.path("at").asLong(0)),
                    each.path("calls").asInt(0),
                    each.path("node").asString("")));
        }
        return new BookedCalls(
                json.path("used").asInt(0),
                json.path("xeros").isNumber() ? json.path("xeros").asInt() : null,
                Instant.ofEpochMilli(json.path("told_at").asLong(0)),
                Instant.ofEpochMilli(json.path("day_ends").asLong(0)),
                json.path("refused").asBoolean(false),
                blocks);
    }
}
