package au.pip.benchmarks.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** What it ran on. */
public record Machine(String processor, int cores, long memoryGigabytes, String system, String jdk) {
    private static final long KILOBYTES_A_GIGABYTE = 1_000_000;

    public static Machine present() {
        return new Machine(
                field("/proc/cpuinfo", "model name", line -> line.replaceAll("\\s+", " ")),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field("/proc/meminfo", "MemTotal", line -> line.replaceAll("\\D", "")))
                        / KILOBYTES_A_GIGABYTE,
                System.getProperty("os.name") + " "
                        + System.getProperty("os.version").replaceAll("-.*", ""),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    private static String field(String file, String name, Function<String, String> clean) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line ->
                            clean.apply(line.substring(line.indexOf(':') + 1)).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException elsewhere) {
            return "0";
        }
    }

    /** The load average of the last minute; negative when the system does not tell. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
