package au.pip.benchmarks.measure;

/** A figure of one contender in one JVM. */
public enum Metric {
    CPU(
            "CPU a request",
            "ms",
            2,
            "processor time of the whole process for each reply of 200 pieces of text, collector and compiler included"),
    ALLOCATION("Allocated a request", "KB", 0, "bytes allocated by all threads for each of the same replies"),
    FIRST_TEXT("First text", "µs", 0, "from the call to the first text, median, when the server sends all at once"),
    FIRST_TEXT_PACED(
            "First text, paced",
            "µs",
            0,
            "the same when 20 ms lie between the pieces, so that no burst follows the first"),
    CHUNKS("Pieces a second", "", 0, "pieces of text a second in replies of 2,000, from the call to the whole reply"),
    COLD("First call, cold", "ms", 0, "from the start of the JVM to the first text of its first reply"),
    HEAP(
            "Heap an open stream",
            "KB",
            1,
            "live heap after a collection for each of 1,000 streams held open after their text"),
    RESIDENT("Memory an open stream", "KB", 1, "growth of the process's resident memory for each of the same 1,000"),
    THREADS_200(
            "Threads at 200 streams",
            "",
            0,
            "operating system threads of the JVM, its own included, while 200 streams are open"),
    THREADS_1000("Threads at 1,000 streams", "", 0, "the same for 1,000"),
    CANCEL_P50("Cancel, median", "ms", 2, "from the library's cancel to the server's seeing the connection closed"),
    CANCEL_P99("Cancel, 99th percentile", "ms", 2, "the same for the slowest of a hundred"),

    THREADS_5000("Threads at 5,000 streams", "", 0, "operating system threads of the JVM while 5,000 streams are open"),
    HEAP_5000("Heap an open stream at 5,000", "KB", 1, "live heap for each of 5,000 streams held open"),
    SOCKETS_LEFT(
            "Sockets left",
            "",
            0,
            "connections still open after all streams of the leak check and the idle time of the pool"),
    HEAP_LEFT("Heap after the leak check", "×", 3, "live heap after the leak check, as a multiple of that before it");

    private final String title;
    private final String unit;
    private final int decimals;
    private final String meaning;

    Metric(String title, String unit, int decimals, String meaning) {
        this.title = title;
        this.unit = unit;
        this.decimals = decimals;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    /** Empty for a count. */
    public String unit() {
        return unit;
    }

    public int decimals() {
        return decimals;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether more of it is better. */
    public boolean moreIsBetter() {
        return this == CHUNKS;
    }
}
