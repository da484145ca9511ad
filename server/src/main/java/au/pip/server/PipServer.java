package au.pip.server;

import au.pip.assistant.AccountId;
import au.pip.assistant.secret.MasterKeyException;
import au.pip.assistant.store.StoreException;
import au.pip.llm.LlmException;
import au.pip.llm.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The program {@code ./pip serve}. */
public final class PipServer {
    private static final String USAGE = """
            Usage: ./pip serve [--exit-with-parent]

            Runs the server until it is ended with Ctrl-C, and says its address when it is ready. Its
            settings are environment variables, or lines in a file .env in this folder; .env.example
            explains each. PIP_PORT is the port (8484).

              --exit-with-parent   end when standard input closes
            """;

    private PipServer() {}

    /**
     * Runs the server until it is told to end. Prints one line on standard output when it is ready; ends with status 1
     * and one line on standard error when it cannot start.
     *
     * @param args {@code --exit-with-parent} ends it when its standard input closes
     */
    public static void main(String[] args) {
        Carriers.provide();
        List<String> unknown = List.of(args).stream()
                .filter(each -> !each.equals("--exit-with-parent"))
                .toList();
        if (unknown.contains("--help") || unknown.contains("-h")) {
            System.out.print(USAGE);
            System.exit(0);
        }
        if (!unknown.isEmpty()) {
            System.err.println("pip: serve does not know '" + unknown.getFirst()
                    + "'. Its settings are environment variables or lines in .env: ./pip serve --help tells more.");
            System.exit(2);
        }
        if (List.of(args).contains("--exit-with-parent")) {
            Thread.ofPlatform().daemon().name("parent").start(PipServer::endWithParent);
        }
        try {
            Settings settings = Settings.load(Path.of(".env"));
            settings.warnings().forEach(warning -> System.err.println("pip: " + warning));
            System.out.println("pip ready on " + start(settings));
        } catch (StartupException | StoreException | MasterKeyException | LlmException e) {
            System.err.println("pip: " + e.getMessage());
            System.exit(1);
        }
    }

    private static String start(Settings settings) {
        ServerSettings checked = ServerSettings.read(settings);
        Household household = Household.open(settings, checked);
        try {
            ConfigurableApplicationContext context =
                    application(household, checked).run();
            int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
            Stream.of(
                            XeroScopes.notice(settings),
                            household.models().missing(),
                            household.xero().note(AccountId.LOCAL),
                            household.masterKeyNotice())
                    .flatMap(Optional::stream)
                    .forEach(missing -> System.err.println("pip: " + missing));
            return checked.url(port);
        } catch (RuntimeException e) {
            household.close();
            if (e instanceof PortInUseException || e.getCause() instanceof PortInUseException) {
                throw new StartupException("Port " + checked.port()
                        + " is in use. Stop what uses it, or set PIP_PORT to another (0 takes any free one).");
            }
            throw e;
        }
    }

    private static SpringApplication application(Household household, ServerSettings checked) {
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of(
                "server.address",
                checked.address().getHostAddress(),
                "server.port",
                checked.port(),
                "server.shutdown",
                "graceful",
                "server.tomcat.max-http-form-post-size",
                "64KB",
                "spring.lifecycle.timeout-per-shutdown-phase",
                "12s",
                "spring.threads.virtual.enabled",
                true,
                "spring.main.keep-alive",
                true));
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("serverSettings", checked);
            ((GenericApplicationContext) context).registerBean(Household.class, () -> household);
        });
        return application;
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent never writes; the end of the stream is its end.
            }
        } catch (IOException _) {
            // Ends as well.
        }
        System.exit(0);
    }
}
