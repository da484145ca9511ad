/** Settings from the environment and a {@code .env} file, and the provider's configuration made of them. */
@NullMarked
package au.pip.llm.settings;

import org.jspecify.annotations.NullMarked;
