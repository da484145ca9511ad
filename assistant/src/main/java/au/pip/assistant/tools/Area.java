package au.pip.assistant.tools;

import au.pip.agent.Tool;
import au.pip.agent.ToolGroup;
import java.util.List;
import java.util.regex.Pattern;

/** What tools are for, beside those that every model is told of from the start. */
enum Area {
    PAPERS(
            "papers",
            "quotes, purchase orders, credit notes, advance payments, transfers, files, notes, items, other lists",
            "quot|purchase order|\\bPOs?\\b|credit|overpa|prepa|transfer|attach|file|histor|note|items?\\b|price"
                    + "|tracking|currenc|group"),
    DRAFTS(
            "drafts",
            "propose an invoice, bill, credit note, quote or contact, which the person approves",
            "\\b(?:draft|create|make|raise|write|prepare|add|issue|set up)\\b(?:\\W+\\w+){0,4}?\\W+"
                    + "(?:invoices?|bills?|quotes?|credit|contacts?|customers?|suppliers?)\\b"
                    + "|(?:^|please |you |and |then )(?:invoice|bill|quote|credit)\\s.*\\bfor\\b"),
    PLANS(
            "plans",
            "budget or a plan against actual, the month in figures, profit compared",
            "budget|plan|target|forecast|summar|how .*(?:going|doing|tracking|business|things)|(?:making|losing) money|last (?:\\w+ )?year|year before|compar"),
    CASH(
            "cash",
            "safe to spend, afford, forecast",
            "afford|safe|spare|cash(?!\\W+basis)|runway|forecast|\\bahead\\b"
                    + "|(?:can|could|able to|let me) (?:i |we )?(?:\\w+ )?(?:spend|buy|pay)"),
    TIMING("timing", "late payers, due soon", "\\blate\\b|lateness|slow|habit|\\bdue\\b"),
    BIGGEST(
            "biggest",
            "customers, costs, odd bills",
            "biggest|largest|highest|\\bbest\\b|\\btop\\b|\\bmost\\b|\\bmain\\b|\\bcosts?\\b|duplicat|twice|\\bodd\\b"
                    + "|unusual|suspicious"),
    TAX(
            "tax",
            "BAS labels, ATO dates, tax to put away, super, PAYG instalments, tax rates and limits",
            "\\btax|\\bBAS\\b|\\bATO\\b|\\bGST\\b.*(?:account|agree|match|reconcil|add up|rate|threshold|return)"
                    + "|(?:check|regist|threshold|rate)\\w*\\b.*\\bGST\\b"
                    + "|\\bsuper(?:annuation)?\\b|PAYG|instal?lment|sole trader|write.?off"
                    + "|activity statement|\\b(?:G1|1A|1B|W1|W2)\\b|medicare"),
    HOWTO(
            "howto",
            "how to do something in Xero",
            "how (?:do|can|should|would|to)\\b|where (?:do|can|is|are)\\b"
                    + "|why\\b(?!.*\\b(?:profit|cash|income|sales|revenue|costs?|expenses?)\\b)"
                    + "|reconcil|lock date|void|bank (?:rule|feed)|add a user|what(?:'s| is) the difference");

    private final String word;
    private final String about;
    private final Pattern words;

    Area(String word, String about, String words) {
        this.word = word;
        this.about = about;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    ToolGroup of(List<Tool> tools) {
        return new ToolGroup(word, about, words, tools);
    }
}
