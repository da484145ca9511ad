package au.pip.cli;

import au.pip.api.OrganisationView;
import au.pip.api.OrganisationsView;
import au.pip.api.XeroCallsView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The connected organisations, for a person or for a program, and the one that a person means. */
record OrganisationList(OrganisationsView view) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("h:mm a z", Locale.forLanguageTag("en-AU"));

    void print(boolean json, Surroundings surroundings) {
        print(json, surroundings, OrganisationList::remark);
    }

    /** The same with what is left of the day's calls to each. */
    void printWithCalls(boolean json, Surroundings surroundings) {
        print(json, surroundings, each -> remark(each) + calls(each.calls()));
    }

    private void print(boolean json, Surroundings surroundings, Function<OrganisationView, String> remark) {
        if (json) {
            surroundings.out().print(Json.MAPPER.writeValueAsString(view) + "\n");
        } else {
            LineWrap lines = new LineWrap(surroundings.out(), surroundings.width());
            view.organisations().forEach(each -> {
                lines.write((each.current() ? "* " : "  ") + Printable.of(each.name()) + remark.apply(each));
                lines.endLine();
            });
            String note = view.note();
            if (note != null) {
                surroundings.progress(Printable.of(note));
            }
        }
        surroundings.out().flush();
    }

    private static String remark(OrganisationView organisation) {
        return switch (organisation.state()) {
            case "reconnect" -> " · Xero needs you to sign in again: ./pip xero connect";
            case "elsewhere" -> " · connected in another way than Pip's settings say now";
            default -> organisation.current() ? " · your questions are about it" : "";
        };
    }

    private static String calls(@Nullable XeroCallsView calls) {
        return calls == null
                ? ""
                : " · %,d of %,d Xero calls left today, resets at %s"
                        .formatted(
                                calls.left(),
                                calls.allowed(),
                                TIME.format(calls.resetsAt().atZone(ZoneId.systemDefault())));
    }

    /**
     * The one of this id, of this name, or the only one whose name has these letters; large and small ones are the same.
     *
     * @throws CliException of bad usage when it is none or several
     */
    OrganisationView named(List<String> words) {
        String asked = String.join(" ", words).strip();
        if (asked.isEmpty()) {
            throw new CliException(CliException.BAD_USAGE, "name the organisation. " + there());
        }
        String letters = asked.toLowerCase(Locale.ROOT);
        List<OrganisationView> exact = view.organisations().stream()
                .filter(each -> each.id().equals(asked)
                        || each.name().toLowerCase(Locale.ROOT).equals(letters))
                .toList();
        List<OrganisationView> found = exact.isEmpty()
                ? view.organisations().stream()
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(letters))
                        .toList()
                : exact;
        if (found.size() != 1) {
            throw new CliException(
                    CliException.BAD_USAGE,
                    (found.isEmpty() ? "no connected organisation is called '" : "several organisations could be '")
                            + Printable.of(asked) + "'. " + there());
        }
        return found.getFirst();
    }

    private String there() {
        return view.organisations().isEmpty()
                ? "None is connected: ./pip xero connect."
                : "There are: "
                        + view.organisations().stream()
                                .map(each -> Printable.of(each.name()) + " (" + Printable.of(each.id()) + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
    }
}
