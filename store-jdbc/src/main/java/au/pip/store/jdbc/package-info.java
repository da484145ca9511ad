/** The store ports over SQL. One statement's text serves every database; {@link Dialect} holds what differs. */
@NullMarked
package au.pip.store.jdbc;

import org.jspecify.annotations.NullMarked;
