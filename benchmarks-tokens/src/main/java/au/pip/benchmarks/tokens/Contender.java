package au.pip.benchmarks.tokens;

import au.pip.evaluation.tokens.Exchange;
import au.pip.evaluation.tokens.Prompt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same loop with the tools of Xero's own MCP server: their definitions, and replies of Xero's handed on. */
final class Contender {
    static final String PACKAGE = "@xeroapi/xero-mcp-server";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RULES = "Rules:";
    private static final String FACTS = "Facts quoted earlier";

    final List<String> tools;
    final String version;

    private Contender(List<String> tools, String version) {
        this.tools = List.copyOf(tools);
        this.version = version;
    }

    /**
     * Asks the server itself, over stdio.
     *
     * @param folder where it is installed
     * @throws IOException when it does not tell its tools
     */
    static Contender installed(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("node", "tools.mjs")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(PACKAGE + " does not tell its tools; is it installed in " + folder + "?");
        }
        List<String> tools = new ArrayList<>();
        for (JsonNode tool : JSON.readTree(told)) {
            ObjectNode schema = (ObjectNode) tool.path("inputSchema");
            schema.remove("$schema");
            tools.add(JSON.createObjectNode()
                    .put("name", tool.path("name").asString())
                    .put("description", tool.path("description").asString())
                    .set("input_schema", schema)
                    .toString());
        }
        String version = JSON.readTree(folder.resolve("node_modules/" + PACKAGE + "/package.json")
                        .toFile())
                .path("version")
                .asString();
        return new Contender(tools, version);
    }

    /**
     * The prompts of one question: Pip's with these definitions in place of its own, without its rules and its list of
     * facts, and with what Xero replied in place of each result.
     *
     * @param exchanges of the question, in order
     * @param replies of Xero's
     * @param handedOn what a tool writes of a reply
     */
    List<Prompt> prompts(List<Exchange> exchanges, List<Tap.Reply> replies, Function<Tap.Reply, String> handedOn) {
        Map<String, String> results = new HashMap<>();
        List<Prompt> prompts = new ArrayList<>();
        for (int round = 0; round < exchanges.size(); round++) {
            Prompt prompt = exchanges.get(round).prompt();
            if (round > 0) {
                long from = exchanges.get(round - 1).at();
                long to = exchanges.get(round).at();
                learn(
                        results,
                        prompt,
                        replies.stream()
                                .filter(reply -> reply.at() > from && reply.at() <= to)
                                .map(handedOn)
                                .toList());
            }
            prompts.add(with(prompt, results));
        }
        return prompts;
    }

    /** Replies of a round belong to its calls together; the first new one gets them all. */
    private static void learn(Map<String, String> results, Prompt prompt, List<String> replies) {
        String text = String.join("\n", replies).strip();
        for (Prompt.Block block : prompt.blocks()) {
            if (block.type().equals("tool_result") && !results.containsKey(block.callId())) {
                results.put(block.callId(), text);
                text = "";
            }
        }
    }

    private Prompt with(Prompt prompt, Map<String, String> results) {
        List<Prompt.Block> blocks = new ArrayList<>();
        for (Prompt.Block block : prompt.blocks()) {
            if (block.type().equals("tool_result")) {
                blocks.add(new Prompt.Block(
                        block.role(), block.type(), block.callId(), results.getOrDefault(block.callId(), "")));
            } else if (!block.text().startsWith(FACTS)) {
                blocks.add(block);
            }
        }
        int rules = prompt.system().indexOf(RULES);
        return new Prompt(tools, rules < 0 ? prompt.system() : prompt.system().substring(0, rules), blocks);
    }
}
