package au.pip.xero;

import org.jspecify.annotations.Nullable;

/** A ledger account as a document names it; Xero gives some of its id, code and name. */
public record AccountRef(
        @Nullable String accountId,
        @Nullable String code,
        @Nullable String name) {

    static AccountRef parse(Fields fields) {
        return new AccountRef(fields.text("AccountID"), fields.text("Code"), fields.text("Name"));
    }
}
