/**
 * Pretend models: providers that need no key and no network. They see only messages and tool specs, as any model does.
 */
@NullMarked
package au.pip.sandbox.model;

import org.jspecify.annotations.NullMarked;
