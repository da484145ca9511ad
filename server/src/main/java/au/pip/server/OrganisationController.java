package au.pip.server;

import au.pip.api.OrganisationView;
import au.pip.api.OrganisationsView;
import au.pip.api.XeroCallsView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.xero.CallsLeft;
import au.pip.assistant.xero.CurrentOrganisation;
import au.pip.assistant.xero.Organisations;
import au.pip.server.XeroFromSettings.Connections;
import au.pip.xero.XeroException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which organisations there are, and which of them questions are about. */
@RestController
@RequestMapping("/api/xero/organisations")
class OrganisationController {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("h:mm a z 'on' d MMM", Locale.forLanguageTag("en-AU"));

    private final XeroFromSettings xero;

    OrganisationController(Household household) {
        this.xero = household.xero();
    }

    @GetMapping
    OrganisationsView all() {
        return xero.connections()
                .map(each -> all(null, each.organisations().current(AccountId.LOCAL)))
                .orElseGet(this::pretend);
    }

    private OrganisationsView all(@Nullable String first, CurrentOrganisation current) {
        Connections connected = xero.connections().orElseThrow(NoSuchOrganisation::new);
        Stream<OrganisationView> here = sorted(connected.organisations().all(AccountId.LOCAL))
                .map(each -> view(each, each.state().name().toLowerCase(Locale.ROOT), current.is(each)));
        Stream<OrganisationView> elsewhere = sorted(connected.organisations().elsewhere(AccountId.LOCAL))
                .map(each -> view(each, "elsewhere", false));
        String note = Stream.of(Optional.ofNullable(first), xero.note(AccountId.LOCAL))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new OrganisationsView(
                Stream.concat(here, elsewhere).toList(), connected.signIns() != null, note.isEmpty() ? null : note);
    }

    private static Stream<Connection> sorted(List<Connection> connections) {
        return connections.stream()
                .sorted(Comparator.comparing(Connection::organisationName).thenComparing(Connection::id));
    }

    private OrganisationView view(Connection connection, String state, boolean current) {
        return new OrganisationView(
                connection.id(),
                connection.organisationName(),
                state,
                current,
                view(xero.callsLeft(connection.organisationId())));
    }

    private OrganisationsView pretend() {
        String name = xero.organisation(AccountId.LOCAL);
        return new OrganisationsView(
                xero
                        .pretendCallsLeft()
                        .filter(_ -> name != null)
                        .map(calls -> new OrganisationView(
                                PretendPlace.ID, String.valueOf(name), "connected", true, view(calls)))
                        .stream()
                        .toList(),
                false,
                xero.missing(AccountId.LOCAL)
                        .orElse("These are pretend books. To connect yours, stop this Pip, set up a Xero app"
                                + " (.env.example tells how) and run ./pip serve."));
    }

    private static XeroCallsView view(CallsLeft calls) {
        return new XeroCallsView(calls.left(), calls.allowed(), calls.resetsAt());
    }

    @PostMapping("/{id}/choice")
    OrganisationsView choose(@PathVariable String id) {
        if (organisations().choose(AccountId.LOCAL, id).isEmpty()) {
            throw none(id);
        }
        return all();
    }

    @PostMapping("/{id}/refresh")
    OrganisationsView refresh(@PathVariable String id) {
        Connection asked = organisations().all(AccountId.LOCAL).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> none(id));
        CallsLeft calls = xero.callsLeft(asked.organisationId());
        if (calls.left() == 0) {
            throw new BadRequest("No Xero calls are left today for " + asked.organisationName()
                    + ", so Pip keeps what it knows. They reset at "
                    + TIME.format(calls.resetsAt().atZone(ZoneId.systemDefault())) + "; refresh it then.");
        }
        try {
            if (organisations().refresh(AccountId.LOCAL, id).isEmpty()) {
                throw none(id);
            }
        } catch (XeroException e) {
            throw new StillKnown(e);
        }
        return all();
    }

    @DeleteMapping("/{id}")
    OrganisationsView disconnect(@PathVariable String id) {
        String note = disconnected(id).note();
        return all(note, organisations().known(AccountId.LOCAL));
    }

    private Organisations.Disconnected disconnected(String id) {
        try {
            return organisations().disconnect(AccountId.LOCAL, id).orElseThrow(NoSuchOrganisation::new);
        } catch (UnsupportedOperationException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        } catch (XeroException e) {
            throw new StillConnected(e);
        }
    }

    /** One that was connected in another way is told of; it can be disconnected, and nothing else. */
    private RuntimeException none(String id) {
        boolean elsewhere = organisations().elsewhere(AccountId.LOCAL).stream()
                .anyMatch(each -> each.id().equals(id));
        return elsewhere ? new BadRequest(xero.note(AccountId.LOCAL).orElseThrow()) : new NoSuchOrganisation();
    }

    private Organisations organisations() {
        return xero.connections().orElseThrow(NoSuchOrganisation::new).organisations();
    }

    /** Xero could not be asked again about it. */
    static final class StillKnown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StillKnown(XeroException cause) {
            super("Nothing was refreshed; Pip keeps what it knows. " + cause.getMessage(), cause);
        }
    }

    /** Xero could not be asked to disconnect it. */
    static final class StillConnected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StillConnected(XeroException cause) {
            super(
                    "Nothing was disconnected. " + cause.getMessage()
                            + " Or disconnect Pip in Xero, under the organisation's connected apps.",
                    cause);
        }
    }

    /** Another account's is none either. */
    static final class NoSuchOrganisation extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchOrganisation() {
            super("No such organisation is connected. ./pip xero organisations lists those that are.");
        }
    }
}
