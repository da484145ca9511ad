/**
 * What the product keeps: one small port a noun, shaped by use. Every method takes the account's id, and another
 * account's rows are as if they were not there.
 */
@NullMarked
package au.pip.assistant.store;

import org.jspecify.annotations.NullMarked;
