/** One organisation's books, as the product reads them. */
@NullMarked
package au.pip.assistant.books;

import org.jspecify.annotations.NullMarked;
