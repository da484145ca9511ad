package au.pip.cli;

import au.pip.api.MemoryChange;
import au.pip.api.MemoryStyle;
import au.pip.api.MemoryView;
import tools.jackson.core.type.TypeReference;

/** What is kept in mind, over the server's HTTP interface; every change answers what there is then. */
record MemoryClient(PipClient client) {
    private static final String MEMORY = "/api/memory";
    private static final String ITEMS = MEMORY + "/items";
    private static final TypeReference<MemoryView> VIEW = new TypeReference<>() {};

    MemoryView all() {
        return client.get(MEMORY, VIEW);
    }

    MemoryView tell(MemoryChange told) {
        return client.send("POST", ITEMS, told, VIEW);
    }

    MemoryView correct(String id, MemoryChange told) {
        return client.send("PUT", ITEMS + "/" + PipClient.segment(id), told, VIEW);
    }

    MemoryView keep(String id) {
        return client.send("POST", ITEMS + "/" + PipClient.segment(id) + "/keep", null, VIEW);
    }

    MemoryView forget(String id) {
        return client.send("DELETE", ITEMS + "/" + PipClient.segment(id), null, VIEW);
    }

    MemoryView forgetAll() {
        return client.send("DELETE", ITEMS, null, VIEW);
    }

    MemoryView choose(String style) {
        return client.send("PUT", MEMORY + "/style", new MemoryStyle(style), VIEW);
    }
}
