package au.pip.assistant.store;

import static au.pip.assistant.store.Field.key;
import static au.pip.assistant.store.Field.maybeNumber;
import static au.pip.assistant.store.Field.maybeText;
import static au.pip.assistant.store.Field.number;
import static au.pip.assistant.store.Field.numberKey;
import static au.pip.assistant.store.Field.text;

import java.util.List;
import java.util.Locale;

/**
 * What kinds of rows there are, and what each holds: the same in every database, in a backup and in a move. Listed so
 * that each comes after those that its rows refer to. Times are milliseconds since 1970 (UTC), yes and no are 1 and 0,
 * words of enums are small. A field that comes later is optional, so that older backups can be restored. What a store
 * derives from rows, such as a search index, is none of them.
 */
public enum Noun {
    ACCOUNT(key("account_id"), text("name"), number("created_at")),
    MEMORY(key("account_id"), text("text"), number("updated_at")),
    /**
     * {@code scopes}: separated by spaces, sorted. {@code sign_in_id} is absent in rows from before sign-ins had ids of
     * their own; it is the row's id then.
     */
    CONNECTION(
            key("account_id"),
            key("id"),
            text("organisation_id"),
            text("organisation_name"),
            text("state"),
            text("scopes"),
            number("created_at"),
            number("updated_at"),
            maybeText("sign_in_id"),
            maybeText("link_id"),
            maybeNumber("chosen_at")),
    SECRET(key("account_id"), key("kind"), key("owner"), text("sealed"), number("version")),
    CONVERSATION(
            key("account_id"),
            key("id"),
            text("title"),
            number("created_at"),
            number("updated_at"),
            maybeText("summary"),
            maybeText("summary_entry_id")),
    RUN(
            key("account_id"),
            key("id"),
            text("conversation_id"),
            text("state"),
            number("started_at"),
            text("node"),
            number("stop_asked")),
    ENTRY(
            key("account_id"),
            key("conversation_id"),
            numberKey("sequence"),
            text("id"),
            text("run_id"),
            text("kind"),
            text("text"),
            text("detail"),
            number("at")),
    /** {@code cost_usd}: a decimal in full; absent when the price is not known. */
    USAGE_RECORD(
            key("account_id"),
            key("run_id"),
            numberKey("position"),
            text("conversation_id"),
            text("provider"),
            text("model"),
            number("replies"),
            number("fresh_input"),
            number("cache_read"),
            number("cache_write_5m"),
            number("cache_write_1h"),
            number("output"),
            number("reasoning"),
            maybeText("cost_usd"),
            maybeText("price_version"),
            number("at")),
    RUN_EVENT(key("account_id"), key("run_id"), numberKey("sequence"), text("type"), text("body")),
    APPROVAL(
            key("account_id"),
            key("id"),
            text("conversation_id"),
            text("run_id"),
            text("draft"),
            text("hash"),
            text("state"),
            number("created_at"),
            number("expires_at")),
    CODE(key("account_id"), key("kind"), key("hash"), text("payload"), number("expires_at"), number("used")),
    BUDGET(key("account_id"), key("budget"), number("spent"), number("reserved")),
    /** {@code holds}: as {@link au.pip.assistant.store.spi.HoldsText} writes them. */
    RESERVATION(key("account_id"), key("id"), text("holds"), number("at"), number("settled")),
    AUDIT_ENTRY(
            key("account_id"), key("id"), number("at"), text("actor"), text("action"), text("subject"), text("detail")),
    /** {@code state}: waiting, claimed or done; {@code holder} is empty and {@code until} 0 unless it is claimed. */
    JOB(
            key("account_id"),
            key("id"),
            text("kind"),
            text("payload"),
            number("due"),
            number("attempts"),
            text("state"),
            text("holder"),
            number("until")),
    /** {@code holder} is empty and {@code until} 0 when it was given back; the number goes on from there. */
    LEASE(key("account_id"), key("name"), text("holder"), number("number"), number("until"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody changes.
    private final List<Field> fields;

    Noun(Field... fields) {
        this.fields = List.of(fields);
    }

    /** In the order of a {@link Row}'s values; those of the key come first. */
    public List<Field> fields() {
        return fields;
    }

    /** The noun in small letters, as it stands in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
