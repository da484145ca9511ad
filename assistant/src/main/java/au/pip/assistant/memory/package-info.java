/** What Pip keeps in mind of a person and their business: told by them, or learned and then kept by them. */
@NullMarked
package au.pip.assistant.memory;

import org.jspecify.annotations.NullMarked;
