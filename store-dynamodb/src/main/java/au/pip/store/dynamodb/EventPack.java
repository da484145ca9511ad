package au.pip.store.dynamodb;

import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.spi.StoredText;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Many events as one text: a JSON array of their types and bodies. Events that come together and are too many for one
 * transaction are one item, at the place of the last of them.
 */
final class EventPack {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private EventPack() {}

    static String written(List<LoggedEvent> events) {
        ArrayNode all = MAPPER.createArrayNode();
        for (LoggedEvent event : events) {
            all.add(StoredText.written(event.type()));
            all.add(StoredText.written(event.body()));
        }
        return MAPPER.writeValueAsString(all);
    }

    static List<LoggedEvent> read(long first, String text) {
        List<String> texts = MAPPER.readTree(text)
                .valueStream()
                .map(each -> StoredText.read(each.asString()))
                .toList();
        return java.util.stream.IntStream.range(0, texts.size() / 2)
                .mapToObj(place -> new LoggedEvent(first + place, texts.get(2 * place), texts.get(2 * place + 1)))
                .toList();
    }
}
