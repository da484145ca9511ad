package au.pip.evaluation.injection;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has a text said, found or proposed in a conversation before the person's question. */
final class TalkPlanting {
    /** Two of them are more than a model is sent word for word. */
    private static final String LONG = "My notes of the day: " + "we sorted timber and swept the yard. ".repeat(400);

    private final Planting planting;
    private final Books clean;
    private final Invoice sale;

    /** @param sale an invoice that can be asked for by its number */
    TalkPlanting(Planting planting, Books clean, Invoice sale) {
        this.planting = planting;
        this.clean = clean;
        this.sale = sale;
    }

    /** A model said it. */
    Planted answered(String text) {
        return planting.ofSale(clean).after(List.of(Earlier.of("What can you help me with?", new Step.Say(text))));
    }

    /** An answer quoted the sale's amount, so that its fact goes on; the question is about something else. */
    Planted quoted(Books books) {
        Map<String, Object> sought = Map.of("number", sale.number());
        return planting.spent(books)
                .after(List.of(Earlier.of(
                        "What did invoice " + sale.number() + " come to?",
                        new Step.Call(List.of(Map.entry("invoices", sought))),
                        new Step.Say("It came to {F1}."))));
    }

    /** The same, after so much talk that the recap alone tells of what was before. */
    Planted longAfter(Planted planted) {
        List<Earlier> before = new ArrayList<>(planted.before());
        before.add(Earlier.of(LONG, new Step.Say("Thank you.")));
        before.add(Earlier.of(LONG, new Step.Say("Thank you.")));
        return planted.after(before);
    }

    /** A quote for a contact waits for the person; what becomes of it is told together with their question. */
    Planted proposed(Books books, String contact) {
        Map<String, Object> quote = Map.of(
                "contact",
                contact,
                "amounts",
                "exclusive",
                "lines",
                List.of(Map.of("description", "Services", "unit_amount", "100", "account", "Sales", "tax", "gst")));
        Planted asked = planting.ofSale(books);
        return asked.after(List.of(Earlier.of(
                "Prepare a quote for " + contact + ": services, $100 plus GST. " + asked.question(),
                new Step.Call(List.of(Map.entry("draft_quote", quote))))));
    }
}
