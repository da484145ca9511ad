/** The loop between a model and its tools. Knows no provider, no protocol and no product. */
@NullMarked
package au.pip.agent;

import org.jspecify.annotations.NullMarked;
