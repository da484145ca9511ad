package au.pip.server;

import au.pip.api.RunView;
import au.pip.assistant.AccountId;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.store.EventLog.LoggedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/runs/{id}")
class RunController {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Conversations conversations;

    RunController(Household household) {
        this.conversations = household.conversations();
    }

    @GetMapping
    RunView view(@PathVariable String id) {
        return conversations.view(AccountId.LOCAL, id);
    }

    @PostMapping("/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String id) {
        conversations.stop(AccountId.LOCAL, id);
    }

    /**
     * The run's events as Server-Sent Events, from the one after {@code Last-Event-ID} on. Blocks its virtual thread;
     * a client that goes away changes nothing for the run.
     */
    @GetMapping("/events")
    void events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        RunFollower follower = conversations.follow(AccountId.LOCAL, id, after(lastEventId));
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        OutputStream out = response.getOutputStream();
        while (!follower.ended()) {
            List<LoggedEvent> events = follower.next(HEARTBEAT);
            StringBuilder text = new StringBuilder(events.isEmpty() && !follower.ended() ? ": still here\n\n" : "");
            for (LoggedEvent event : events) {
                text.append("id: ").append(event.sequence()).append("\nevent: ").append(event.type());
                text.append("\ndata: ").append(event.body()).append("\n\n");
            }
            try {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException _) {
                return;
            }
        }
    }

    private static long after(@Nullable String lastEventId) {
        try {
            return lastEventId == null || lastEventId.isBlank() ? 0 : Math.max(0, Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException _) {
            throw new BadRequest("The header Last-Event-ID must be a number that an event had as its id.");
        }
    }
}
