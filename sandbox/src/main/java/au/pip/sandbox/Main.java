package au.pip.sandbox;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.export.BooksExport;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The pretend outside as a program: {@code serve} it, or {@code export} its books. */
public final class Main {
    private static final String USAGE = """
            Usage: ./pip sandbox serve  [--port P] [--seed N] [--company C] [--companies N]
                                        [--today YYYY-MM-DD] [--exit-with-parent]
                   ./pip sandbox export --out DIR [--seed N] [--company C] [--today YYYY-MM-DD]

              serve    a pretend Xero on 127.0.0.1 with its sign-in (or without: bearer token
                       sandbox-token); the lines that it prints are settings for ./pip serve
              export   the same books as CSV files, in a new or empty folder

              --seed N       which books: any whole number (default 1)
              --company C    sole-trader, pty-ltd, cafe, exporter or builder (default sole-trader)
              --companies N  how many organisations, 1 to 5: this one, then a sole-trader and a
                             pty-ltd by turns (default 1)
              --today DATE   the last day of the books (default: today in Sydney)
              --port P       the port to serve on, 0 for any free one (default 0)
              --exit-with-parent   end when standard input closes
            """;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Main(System.out, System.err).run(args));
    }

    /** Runs until done, or for {@code serve} until the process ends; 0, 1 for trouble, 2 for bad arguments. */
    int run(String... args) {
        String verb = args.length == 0 ? "" : args[0];
        if (verb.equals("help")
                || List.of(args).contains("--help")
                || List.of(args).contains("-h")) {
            out.print(USAGE);
            return 0;
        }
        try {
            return switch (verb) {
                case "serve" ->
                    serve(Arguments.parse(
                            args,
                            Set.of("--port", "--seed", "--company", "--companies", "--today"),
                            Set.of("--exit-with-parent")));
                case "export" ->
                    export(Arguments.parse(args, Set.of("--out", "--seed", "--company", "--today"), Set.of()));
                default ->
                    throw new Arguments.Bad((verb.isEmpty() ? "no verb given" : "there is no verb '" + verb + "'")
                            + ": use serve or export (./pip sandbox --help)");
            };
        } catch (Arguments.Bad bad) {
            err.println("sandbox: " + bad.getMessage());
            return 2;
        }
    }

    private int serve(Arguments arguments) throws Arguments.Bad {
        int port = arguments.port();
        List<Books> books = arguments.specs().stream().map(Books::generate).toList();
        try (SandboxServer server =
                SandboxServer.start(books, SandboxOptions.defaults().withPort(port))) {
            Greeting.lines(server.url(), books.stream().map(Books::organisation).toList())
                    .forEach(out::println);
            out.flush();
            waitForTheEnd(arguments.has("--exit-with-parent"));
            return 0;
        } catch (BindException taken) {
            err.println("sandbox: port " + port + " is in use: stop what uses it, or name another with --port");
            return 1;
        } catch (IOException failed) {
            err.println("sandbox: serving ended (" + failed.getMessage() + "): start it again");
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** A parent that ends closes the standard input that it gave; otherwise only a signal ends the program. */
    private static void waitForTheEnd(boolean withParent) throws IOException, InterruptedException {
        if (withParent) {
            System.in.transferTo(OutputStream.nullOutputStream());
        } else {
            Thread.currentThread().join();
        }
    }

    private int export(Arguments arguments) throws Arguments.Bad {
        String wanted = arguments.text("--out");
        if (wanted == null) {
            throw new Arguments.Bad("--out is missing: name a new or empty folder, as in --out books");
        }
        try {
            Path folder = BooksExport.check(Path.of(wanted));
            Books books = Books.generate(arguments.spec());
            BooksExport.write(books, folder);
            LocalDate today = books.spec().today();
            out.println("wrote the books of " + books.organisation().name() + " up to " + today + " to " + folder);
            return 0;
        } catch (BooksExport.UnusableFolder unusable) {
            throw new Arguments.Bad(String.valueOf(unusable.getMessage()));
        } catch (InvalidPathException noPath) {
            throw new Arguments.Bad("--out is no folder name: " + noPath.getReason());
        } catch (IOException failed) {
            err.println("sandbox: the books could not be written to " + wanted + " (" + failed.getMessage()
                    + "): nothing was left there; free some space or name another --out");
            return 1;
        }
    }
}
