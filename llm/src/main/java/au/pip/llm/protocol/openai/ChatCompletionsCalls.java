package au.pip.llm.protocol.openai;

import au.pip.llm.ChatEvent;
import au.pip.llm.ProviderData;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.CallId;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.openai.ChatCompletionsChoice.CallFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Puts the tool calls of one reply together. A call is known by its {@code index}; ids are no key, as servers repeat
 * them, send them empty, or make a new one for each fragment. The first id and the first name that say something count.
 *
 * <p>Gateways that carry Gemini's calls over number each of them 0 and send it whole (gcli2api #406, hermes-agent
 * #12930): another id and name behind a call whose arguments are complete begin the next.
 *
 * <p>Where there is no index, a new id begins the next call, and so does a name beside another call in one chunk; all
 * else belongs to the last.
 */
final class ChatCompletionsCalls {
    private static final class Call {
        final int index;
        final int block;
        String id = "";
        String name = "";
        boolean started;

        @Nullable
        JsonNode extra;

        Call(int index, int block) {
            this.index = index;
            this.block = block;
        }
    }

    private final String provider;
    private final ReplyFold fold;
    private final IntSupplier blocks;
    private final List<Call> calls = new ArrayList<>();

    /** @param blocks numbers the blocks of the reply */
    ChatCompletionsCalls(String provider, ReplyFold fold, IntSupplier blocks) {
        this.provider = provider;
        this.fold = fold;
        this.blocks = blocks;
    }

    void accept(List<CallFragment> fragments) {
        for (int at = 0; at < fragments.size(); at++) {
            CallFragment fragment = fragments.get(at);
            accept(fragment, fragment.index >= 0 ? byIndex(fragment) : byOrder(fragment, at == 0));
        }
    }

    /** The latest of an index, as gateways may begin the next call at the same one. */
    private Call byIndex(CallFragment fragment) {
        for (Call call : calls.reversed()) {
            if (call.index == fragment.index) {
                return beginsNext(fragment, call) ? add(fragment.index) : call;
            }
        }
        return add(fragment.index);
    }

    /** With an id and a name of its own, and an object of arguments where the call before has all of its own. */
    private boolean beginsNext(CallFragment fragment, Call call) {
        return !fragment.id.isEmpty()
                && !fragment.id.equals(call.id)
                && !fragment.name.isEmpty()
                && fragment.arguments.stripLeading().startsWith("{")
                && fold.hasWholeArguments(call.block);
    }

    private Call byOrder(CallFragment fragment, boolean firstOfChunk) {
        for (Call call : calls) {
            if (!fragment.id.isEmpty() && call.id.equals(fragment.id)) {
                return call;
            }
        }
        boolean named = !fragment.name.isEmpty();
        boolean next = calls.isEmpty()
                || (!fragment.id.isEmpty() && (named || !calls.getLast().id.isEmpty()))
                || (named && !firstOfChunk);
        return next ? add(-1) : calls.getLast();
    }

    private Call add(int index) {
        Call call = new Call(index, blocks.getAsInt());
        calls.add(call);
        return call;
    }

    private void accept(CallFragment fragment, Call call) {
        boolean nameIsNew = call.name.isEmpty() && !fragment.name.isEmpty();
        call.id = call.id.isEmpty() ? fragment.id : call.id;
        call.name = call.name.isEmpty() ? fragment.name : call.name;
        call.extra = call.extra == null ? fragment.extra : call.extra;
        boolean complete = !call.id.isEmpty() && !call.name.isEmpty();
        if (call.started ? nameIsNew : complete || !fragment.arguments.isEmpty()) {
            start(call);
        }
        if (!fragment.arguments.isEmpty()) {
            fold.accept(new ChatEvent.ToolCallDelta(call.block, fragment.arguments));
        }
    }

    /** Told as soon as id and name are known, or arguments need it; an id that comes later is not needed any more. */
    private void start(Call call) {
        call.started = true;
        call.id = call.id.isEmpty() ? CallId.make() : call.id;
        fold.accept(new ChatEvent.ToolCallStarted(call.block, call.id, call.name));
    }

    void finish() {
        for (Call call : calls) {
            if (!call.started) {
                start(call);
            }
            JsonNode extra = call.extra;
            ProviderData data = extra == null
                    ? null
                    : new ProviderData(provider, Json.object().set("extra_content", extra));
            fold.finishPart(call.block, data);
        }
    }
}
