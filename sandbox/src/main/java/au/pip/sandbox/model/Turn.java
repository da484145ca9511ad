package au.pip.sandbox.model;

import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.ToolSpec;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model can see of where the conversation stands.
 *
 * @param today as the system prompt says; the day in Sydney when it does not
 * @param question the person's latest message, or the part of it that is being answered
 * @param earlier their earlier messages, oldest first
 * @param quoted the facts quoted earlier in the conversation
 * @param results what the tools have answered since the question, in order
 * @param withheld the tools that Xero was connected without, and the permissions that they need
 * @param granting what lets those be used, as the system prompt says; empty when it does not
 * @param message the person's latest message, all of it
 * @param notes what the person keeps in mind, as the system prompt says; the latest last
 */
record Turn(
        LocalDate today,
        String question,
        List<String> earlier,
        List<Row> quoted,
        List<Result> results,
        List<String> tools,
        Map<String, String> withheld,
        String granting,
        String message,
        List<String> notes) {
    private static final Pattern TODAY = Pattern.compile("Today is [^\\n(]*\\((\\d{4}-\\d{2}-\\d{2})\\)");

    private static final Pattern WITHHELD = Pattern.compile("without the permission for: ([^\\n]*?)\\. When");
    private static final Pattern GRANTING = Pattern.compile("say what lets you answer: ([^\\n]*)");
    private static final Pattern NOTES =
            Pattern.compile("(?m)^What the person keeps in mind with you\\.[^\\n]*\\n((?:- [^\\n]*(?:\\n|$))*)");
    private static final Pattern NEEDS = Pattern.compile("(\\w+) \\(needs ([^)]*)\\)");

    /** Of a person who keeps nothing in mind. */
    Turn(
            LocalDate today,
            String question,
            List<String> earlier,
            List<Row> quoted,
            List<Result> results,
            List<String> tools,
            Map<String, String> withheld,
            String granting,
            String message) {
        this(today, question, earlier, quoted, results, tools, withheld, granting, message, List.of());
    }

    record Result(Part.ToolCall call, String content, boolean failed) {
        List<Row> rows() {
            return Row.read(content);
        }

        /** The first line of the content after this key and a colon; empty when there is none. */
        String line(String key) {
            Matcher matcher =
                    Pattern.compile("(?m)^" + Pattern.quote(key) + ": (.*)$").matcher(content);
            return matcher.find() ? matcher.group(1) : "";
        }
    }

    static Turn read(List<Message> messages, List<ToolSpec> tools) {
        String system = messages.stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .map(Message::text)
                .reduce("", String::concat);
        Matcher matcher = TODAY.matcher(system);
        LocalDate today =
                matcher.find() ? LocalDate.parse(matcher.group(1)) : LocalDate.now(ZoneId.of("Australia/Sydney"));
        int asked = lastUser(messages);
        List<String> texts = asked < 0 ? List.of() : texts(messages.get(asked));
        String question = texts.isEmpty() ? "" : texts.getLast();
        List<Row> quoted = texts.size() < 2 ? List.of() : Row.read(texts.getFirst());
        List<String> earlier = messages.subList(0, Math.max(0, asked)).stream()
                .filter(message -> message.role() == Role.USER)
                .map(message -> texts(message).getLast())
                .filter(text -> !DraftAsked.isTold(text))
                .toList();
        return new Turn(
                today,
                question,
                earlier,
                quoted,
                results(messages.subList(asked + 1, messages.size())),
                tools.stream().map(ToolSpec::name).toList(),
                withheld(system),
                granting(system),
                question,
                notes(system));
    }

    /** The same turn with only this part of the message to answer. */
    Turn asking(String part) {
        return new Turn(today, part, earlier, quoted, results, tools, withheld, granting, message, notes);
    }

    private static String granting(String system) {
        Matcher step = GRANTING.matcher(system);
        return step.find() ? step.group(1) : "";
    }

    private static List<String> notes(String system) {
        Matcher kept = NOTES.matcher(system);
        return kept.find()
                ? kept.group(1).lines().map(line -> line.substring(2)).toList()
                : List.of();
    }

    private static Map<String, String> withheld(String system) {
        Map<String, String> withheld = new HashMap<>();
        Matcher list = WITHHELD.matcher(system);
        if (list.find()) {
            NEEDS.matcher(list.group(1)).results().forEach(tool -> withheld.put(tool.group(1), tool.group(2)));
        }
        return withheld;
    }

    private static int lastUser(List<Message> messages) {
        for (int index = messages.size() - 1; index >= 0; index--) {
            if (messages.get(index).role() == Role.USER) {
                return index;
            }
        }
        return -1;
    }

    private static List<String> texts(Message message) {
        return message.parts().stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> ((Part.Text) part).text())
                .toList();
    }

    private static List<Result> results(List<Message> since) {
        List<Part.ToolCall> calls = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (Message message : since) {
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolCall call) {
                    calls.add(call);
                } else if (part instanceof Part.ToolResult result) {
                    calls.stream()
                            .filter(call -> call.callId().equals(result.callId()))
                            .findFirst()
                            .ifPresent(call -> results.add(new Result(call, result.content(), result.failed())));
                }
            }
        }
        return results;
    }
}
