package au.pip.evaluation.tokens;

import au.pip.api.RunView;
import au.pip.assistant.Conversation;
import au.pip.evaluation.Demo;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.books.Contact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Ten questions of a usual day, asked in five conversations: a question and a follow-up each. */
public final class TenQuestions {
    public static final BooksSpec BOOKS = new BooksSpec(1, Company.PTY_LTD, LocalDate.of(2026, 11, 23));

    private TenQuestions() {}

    /** @param exchanges all that went between Pip and the model, in order */
    public record Asked(int conversation, String question, RunView answer, List<Exchange> exchanges) {}

    /** Those of {@link #BOOKS}. */
    public static List<Asked> ask(Demo demo, RecordedModel model) {
        List<List<String>> conversations = List.of(
                List.of("Who owes me money?", "How much is in the bank?"),
                List.of("What bills are due?", "Can I afford a $2,000 laptop?"),
                List.of("How much GST do I owe this quarter?", "When is my BAS due?"),
                List.of("What was my profit last month?", "Am I better off than last quarter?"),
                List.of("Who pays late?", "Show me the invoices of " + customer(demo)));
        List<Asked> asked = new ArrayList<>();
        for (int number = 0; number < conversations.size(); number++) {
            Conversation conversation = demo.newConversation();
            for (String question : conversations.get(number)) {
                RunView answer = demo.ask(conversation, question);
                asked.add(new Asked(number, question, answer, model.take()));
            }
        }
        return asked;
    }

    private static String customer(Demo demo) {
        return demo.books.contacts().stream()
                .filter(Contact::customer)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
