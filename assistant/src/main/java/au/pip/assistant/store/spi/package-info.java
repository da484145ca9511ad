/** What implementations of the ports share, so that they behave alike: cursors, limits, how texts are kept and searched. */
@NullMarked
package au.pip.assistant.store.spi;

import org.jspecify.annotations.NullMarked;
