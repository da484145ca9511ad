package au.pip.store.dynamodb;

import au.pip.assistant.store.spi.Cursor;

/**
 * Cursors of this kind of database. One that another kind gave is refused: its list has the same name, but its place
 * means nothing here.
 */
final class TableCursor {
    private static final String KIND = "dynamodb ";

    private TableCursor() {}

    static String at(String list, String place) {
        return Cursor.at(KIND + list, place);
    }

    /** @throws au.pip.assistant.store.InvalidPage when the cursor is not of this list in this kind of database */
    static String place(String list, String cursor) {
        return Cursor.place(KIND + list, cursor);
    }
}
