/** Hard limits on what models may use in a month: reserved before each call, settled after it. */
@NullMarked
package au.pip.assistant.budget;

import org.jspecify.annotations.NullMarked;
