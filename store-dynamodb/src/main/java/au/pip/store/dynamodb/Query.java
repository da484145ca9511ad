package au.pip.store.dynamodb;

import org.jspecify.annotations.Nullable;

/**
 * Items of one partition, in the order of their sort keys.
 *
 * @param index whether the partition is one of the index, whose items are keys only and may be a moment old
 * @param range which sort keys; null for all
 * @param filter what the items have to be like; null for nothing. It saves no reading
 */
record Query(
        String partition,
        boolean index,
        @Nullable Condition range,
        boolean descending,
        @Nullable Condition filter) {
    static final String INDEX_PARTITION = "GPK";
    static final String INDEX_SORT = "GSK";

    static Query of(String partition) {
        return new Query(partition, false, null, false, null);
    }

    static Query ofIndex(String partition) {
        return new Query(partition, true, null, false, null);
    }

    Query latestFirst() {
        return new Query(partition, index, range, true, filter);
    }

    Query where(Condition filter) {
        return new Query(partition, index, range, descending, filter);
    }

    Query beginning(String prefix) {
        return within(expression ->
                "begins_with(" + expression.name(sortName()) + ", " + expression.value(Values.text(prefix)) + ")");
    }

    Query after(String place) {
        return within(expression -> expression.name(sortName()) + " > " + expression.value(Values.text(place)));
    }

    Query before(String place) {
        return within(expression -> expression.name(sortName()) + " < " + expression.value(Values.text(place)));
    }

    /** Both included. */
    Query between(String first, String last) {
        return within(expression -> expression.name(sortName()) + " BETWEEN " + expression.value(Values.text(first))
                + " AND " + expression.value(Values.text(last)));
    }

    private Query within(Condition range) {
        return new Query(partition, index, range, descending, filter);
    }

    String keyCondition(Expression expression) {
        String partitionName = expression.name(index ? INDEX_PARTITION : Key.PARTITION);
        String isPartition = partitionName + " = " + expression.value(Values.text(partition));
        return range == null ? isPartition : isPartition + " AND " + range.text(expression);
    }

    String sortName() {
        return index ? INDEX_SORT : Key.SORT;
    }
}
