/** Drafts that are put to a person: what is shown of them, and where. Knows no store, and nothing that can write. */
@NullMarked
package au.pip.assistant.drafts;

import org.jspecify.annotations.NullMarked;
