package au.pip.evaluation;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One set of pretend books, served, for programs in processes of their own. */
final class PretendBooks implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    final Books books = Books.generate(new BooksSpec(7, Company.PTY_LTD, DAY));
    final SandboxServer server;

    PretendBooks() {
        try {
            server = SandboxServer.start(books, SandboxOptions.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that means one contact. */
    String contact() {
        List<String> names = books.contacts().stream().map(each -> each.name()).toList();
        return names.stream()
                .filter(name ->
                        names.stream().filter(each -> each.contains(name)).count() == 1)
                .findFirst()
                .orElseThrow();
    }

    /** What the pretend Xero holds now of a collection, such as {@code Invoices}, as the query narrows it. */
    JsonNode xero(String collection, String query) throws Exception {
        return new Client(server.url())
                .send(
                        "GET",
                        "/api.xro/2.0/" + collection + query,
                        "",
                        "Accept",
                        "application/json",
                        "Authorization",
                        "Bearer " + SandboxOptions.DEFAULT_TOKEN,
                        "xero-tenant-id",
                        books.organisation().tenantId().toString())
                .body()
                .path(collection);
    }

    /** What a server needs to answer over these books, and more settings by name and value. */
    Map<String, String> settings(Path data, String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PIP_PORT", "0",
                "PIP_DATA_DIR", data.toString(),
                "PIP_TODAY", DAY.toString(),
                "XERO_OAUTH_MODE", "sandbox",
                "XERO_API_URL", server.url(),
                "XERO_ACCESS_TOKEN", SandboxOptions.DEFAULT_TOKEN,
                "XERO_TENANT_ID", books.organisation().tenantId().toString()));
        for (int index = 0; index < more.length; index += 2) {
            settings.put(more[index], more[index + 1]);
        }
        return settings;
    }

    @Override
    public void close() {
        server.close();
    }
}
