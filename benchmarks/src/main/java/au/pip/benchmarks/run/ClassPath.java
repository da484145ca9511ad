package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Library;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jars a library runs with, as the build resolved them. */
record ClassPath(Library library, List<Path> jars) {
    private static final double BYTES_A_MEGABYTE = 1e6;

    static ClassPath of(Library library, Path build) throws IOException {
        Path file = build.resolve("contenders").resolve(library.classPath() + ".classpath");
        return new ClassPath(
                library,
                Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
                        .map(Path::of)
                        .toList());
    }

    String version() {
        Pattern name = Pattern.compile(Pattern.quote(library.artifact()) + "-(\\d.*)\\.jar");
        return jars.stream()
                .map(jar -> name.matcher(String.valueOf(jar.getFileName())))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("?");
    }

    double megabytes() throws IOException {
        double bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        return bytes / BYTES_A_MEGABYTE;
    }
}
