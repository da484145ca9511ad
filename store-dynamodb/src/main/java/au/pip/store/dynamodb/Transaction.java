package au.pip.store.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes that are done together or not at all, each item in at most one of them. */
final class Transaction {
    static final int MOST = 100;

    private final String table;
    private final List<TransactWriteItem> writes = new ArrayList<>();

    Transaction(String table) {
        this.table = table;
    }

    List<TransactWriteItem> writes() {
        return writes;
    }

    /** Keeps an item, in place of any other of its key. */
    Transaction put(Map<String, AttributeValue> item) {
        writes.add(TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build());
        return this;
    }

    Transaction put(Map<String, AttributeValue> item, Condition condition) {
        Expression expression = new Expression();
        String text = condition.text(expression);
        writes.add(TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression(text)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build());
        return this;
    }

    /** Without any change the condition has to hold all the same. */
    Transaction update(Key key, Change change, Condition condition) {
        if (change.isEmpty()) {
            return check(key, condition);
        }
        Expression expression = new Expression();
        String changeText = change.text(expression);
        String conditionText = condition.text(expression);
        writes.add(TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key.attributes())
                        .updateExpression(changeText)
                        .conditionExpression(conditionText)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build());
        return this;
    }

    private Transaction check(Key key, Condition condition) {
        Expression expression = new Expression();
        String text = condition.text(expression);
        writes.add(TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(key.attributes())
                        .conditionExpression(text)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build());
        return this;
    }

    /** Removes an item, if it is there. */
    Transaction delete(Key key) {
        writes.add(TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key.attributes()))
                .build());
        return this;
    }

    Transaction delete(Key key, Condition condition) {
        Expression expression = new Expression();
        String text = condition.text(expression);
        writes.add(TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(key.attributes())
                        .conditionExpression(text)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build());
        return this;
    }
}
