package au.pip.assistant.tools;

import au.pip.agent.Tool;
import au.pip.agent.ToolResult;
import au.pip.assistant.books.FactTable;
import au.pip.llm.ToolSpec;
import au.pip.xero.XeroException;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.JsonNode;

/** A tool that reads the books. What goes wrong with Xero or the arguments is a result the model can tell of or mend. */
record BooksTool(ToolSpec spec, String doing, Look look) implements Tool {
    @FunctionalInterface
    interface Look {
        /** @throws BadArgument when the arguments are not what the tool takes */
        Table at(Arguments arguments);
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public String label(JsonNode arguments) {
        return doing;
    }

    @Override
    public ToolResult run(JsonNode arguments) throws InterruptedException {
        try {
            Table table = look.at(Arguments.read(arguments, spec));
            return ToolResult.of(table.text(), table.summary());
        } catch (XeroException | BadArgument e) {
            return ToolResult.failure(FactTable.line(String.valueOf(e.getMessage())));
        } catch (CancellationException _) {
            throw new InterruptedException("stopped");
        }
    }
}
