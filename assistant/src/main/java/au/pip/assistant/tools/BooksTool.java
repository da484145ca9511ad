package au.pip.assistant.tools;

import au.pip.agent.Tool;
import au.pip.agent.ToolResult;
import au.pip.assistant.books.FactTable;
import au.pip.llm.ToolSpec;
import au.pip.xero.XeroException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A tool that reads the books. What goes wrong with Xero or the arguments is a result the model can tell of or mend. */
record BooksTool(ToolSpec spec, String doing, Look look, Function<XeroException, String> telling) implements Tool {
    BooksTool(ToolSpec spec, String doing, Look look) {
        this(spec, doing, look, trouble -> String.valueOf(trouble.getMessage()));
    }

    /** @param words tells what stopped a call to Xero, in words of Pip's own besides the exception's */
    BooksTool telling(Function<XeroException, String> words) {
        return new BooksTool(spec, doing, look, words);
    }

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
            return new ToolResult(table.text(), false, table.summary(), table.rules());
        } catch (XeroException e) {
            return told(e);
        } catch (BadArgument e) {
            return ToolResult.failure(FactTable.line(String.valueOf(e.getMessage())));
        } catch (CancellationException _) {
            throw new InterruptedException("stopped");
        }
    }

    private ToolResult told(XeroException trouble) {
        String sentence = FactTable.line(telling.apply(trouble));
        return switch (trouble) {
            case XeroException.Rejected _, XeroException.NotFound _, XeroException.Malformed _ ->
                // What Xero wrote may stand anywhere in it.
                ToolResult.failure(sentence);
            case XeroException.Unauthorized _,
                    XeroException.SignInNeeded _,
                    XeroException.AppRefused _,
                    XeroException.Forbidden _,
                    XeroException.RateLimited _,
                    XeroException.Unavailable _,
                    XeroException.Unreachable _ ->
                ToolResult.failure(sentence, around(FactTable.line(trouble.endpoint()), sentence));
        };
    }

    /** The endpoint may hold what the model gave for a number. */
    private static List<String> around(String endpoint, String sentence) {
        return List.of(sentence.split(Pattern.quote(endpoint)));
    }
}
