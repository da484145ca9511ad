package au.pip.assistant.store;

import java.nio.charset.StandardCharsets;

/** Opens a database and does every {@link Work} at once, printing a line for each thing that is acknowledged. */
final class WorksUntilKilled {
    private WorksUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        Stores stores = Opening.of(arguments).open();
        for (Work work : Work.ALL) {
            String kind = work.getClass().getSimpleName();
            Thread.ofPlatform().start(() -> {
                try {
                    work.go(stores, words -> print(kind + " " + String.join(" ", words)));
                } catch (RuntimeException | Error failure) {
                    failure.printStackTrace();
                    Runtime.getRuntime().halt(1);
                }
            });
        }
    }

    /** In one write to the pipe, so that a kill leaves no half line. */
    private static void print(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (System.out) {
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
        }
    }
}
