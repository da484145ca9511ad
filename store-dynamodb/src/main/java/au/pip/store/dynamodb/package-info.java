/** The store ports over one DynamoDB table. What lies where is told in the module's README. */
@NullMarked
package au.pip.store.dynamodb;

import org.jspecify.annotations.NullMarked;
