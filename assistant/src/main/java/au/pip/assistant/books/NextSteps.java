package au.pip.assistant.books;

import au.pip.xero.XeroException;
import java.util.List;

/** What a person does next about books that cannot be read: it depends on how Pip is let into Xero. */
public interface NextSteps {
    /** Where nothing is known of that. */
    NextSteps CONNECT = new NextSteps() {
        @Override
        public String scope(String granular) {
            return granular + ".read";
        }

        @Override
        public String toGrant(List<String> scopes) {
            return "Connect Xero again and grant it: ./pip xero connect, or at the top of Pip's page.";
        }

        @Override
        public String told(XeroException trouble) {
            return String.valueOf(trouble.getMessage());
        }
    };

    /**
     * The scope to ask for, as Xero writes it.
     *
     * @param granular without {@code .read}, such as {@code accounting.invoices}
     */
    String scope(String granular);

    /**
     * How permissions are granted that were not, in a sentence or more.
     *
     * @param scopes as {@link #scope} names them
     */
    String toGrant(List<String> scopes);

    /**
     * What stopped a call to Xero, for a person: the cause and the next step. It adds nothing to the exception's message
     * but words of Pip's own. May ask Xero what became of the organisation.
     */
    String told(XeroException trouble);
}
