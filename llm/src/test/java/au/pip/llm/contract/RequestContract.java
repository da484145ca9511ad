package au.pip.llm.contract;

import au.pip.llm.ChatOptions;
import au.pip.llm.Effort;
import au.pip.llm.Message;
import au.pip.llm.OutputSchema;
import au.pip.llm.Part;
import au.pip.llm.PromptCache;
import au.pip.llm.Role;
import au.pip.llm.ToolChoice;
import java.math.BigDecimal;
import java.util.List;

/** Requests that ask for all there is. */
interface RequestContract extends ContractSetting {
    OutputSchema ANSWER = new OutputSchema("answer", ReplyContract.schema("total"));

    /** An image and a document with a question. */
    List<Message> SHOWN = List.of(
            Message.system("Be brief."),
            new Message(
                    Role.USER,
                    List.of(
                            new Part.Image("image/png", "aW1n"),
                            new Part.Document("application/pdf", "bill.pdf", "cGRm"),
                            Part.Text.of("What is the total?"))));

    ChatOptions EVERYTHING = new ChatOptions(
            null,
            List.of(ReplyContract.BALANCE),
            ToolChoice.REQUIRED,
            ANSWER,
            100,
            new BigDecimal("0.5"),
            Effort.LOW,
            List.of("STOP"),
            PromptCache.ONE_HOUR);
}
