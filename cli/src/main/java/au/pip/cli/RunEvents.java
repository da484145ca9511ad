package au.pip.cli;

import au.pip.api.RunEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** From what came over the wire to a run's event. */
final class RunEvents {
    private RunEvents() {}

    /** Null for a type that this version does not know. */
    static @Nullable RunEvent parse(ServerEvent event) {
        Class<? extends RunEvent> type = switch (event.type()) {
            case "started" -> RunEvent.Started.class;
            case "tool-started" -> RunEvent.ToolStarted.class;
            case "tool-finished" -> RunEvent.ToolFinished.class;
            case "text" -> RunEvent.Text.class;
            case "figure" -> RunEvent.Figure.class;
            case "approval" -> RunEvent.ApprovalWaits.class;
            case "usage" -> RunEvent.Used.class;
            case "finished" -> RunEvent.Finished.class;
            default -> null;
        };
        if (type == null) {
            return null;
        }
        try {
            return Json.MAPPER.readValue(event.data(), type);
        } catch (JacksonException e) {
            throw new CliException(
                    CliException.FAILED,
                    "the server sent a '" + event.type() + "' event that cannot be read. "
                            + "See that the server and this program are of one version.",
                    e);
        }
    }
}
