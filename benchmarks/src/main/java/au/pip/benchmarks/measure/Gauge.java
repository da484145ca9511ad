package au.pip.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this JVM has used so far. Resident memory and threads are Linux's own count. */
final class Gauge {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final com.sun.management.ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int COLLECTIONS = 3;

    private Gauge() {}

    static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /** By all threads, those that have ended and virtual ones included. */
    static long allocatedBytes() {
        return THREADS.getTotalThreadAllocatedBytes();
    }

    /** Collects first, several times, as references and finalizers take more than one. */
    static long liveHeapBytes() throws InterruptedException {
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
            Thread.sleep(20);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    static long residentKilobytes() throws IOException {
        return status("VmRSS:");
    }

    /** All of the process: the JVM's own, carriers and platform threads. */
    static int threads() throws IOException {
        return Math.toIntExact(status("Threads:"));
    }

    private static long status(String field) throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(field)) {
                return Long.parseLong(
                        line.substring(field.length()).replace("kB", "").strip());
            }
        }
        throw new IOException(STATUS + " has no " + field);
    }
}
