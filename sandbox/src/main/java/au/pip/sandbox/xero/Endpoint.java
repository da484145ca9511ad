package au.pip.sandbox.xero;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A collection that Xero serves.
 *
 * @param name its name in the address and in the envelope
 * @param keys the fields by which one record can be asked for: its id, then its number where it has one
 * @param lines the field that is empty in a list without paging; "" when there is none
 * @param details the fields that {@code summaryOnly} drops
 * @param searched the fields that {@code searchTerm} looks in; empty when it is not offered
 */
record Endpoint(
        String name,
        List<String> keys,
        boolean paged,
        String lines,
        Set<String> details,
        List<List<String>> searched,
        List<Map<String, Object>> records) {

    Endpoint withRecords(List<Map<String, Object>> others) {
        return new Endpoint(name, keys, paged, lines, details, searched, others);
    }
}
