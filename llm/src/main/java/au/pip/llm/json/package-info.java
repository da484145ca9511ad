/** The one JSON mapper of this library and reading that forgives what providers leave out. */
@NullMarked
package au.pip.llm.json;

import org.jspecify.annotations.NullMarked;
