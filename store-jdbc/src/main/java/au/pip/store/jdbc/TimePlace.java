package au.pip.store.jdbc;

/** A place in a list that is in the order of a time and, of one time, of an id. */
record TimePlace(long time, String id) {
    static TimePlace of(String text) {
        int space = text.indexOf(' ');
        return new TimePlace(Long.parseLong(text, 0, space, 10), text.substring(space + 1));
    }

    String text() {
        return time + " " + id;
    }
}
