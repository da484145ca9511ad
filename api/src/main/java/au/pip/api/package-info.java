/** What goes over HTTP between Pip and its clients: plain records, no dependency. Times are ISO 8601 in UTC. */
@NullMarked
package au.pip.api;

import org.jspecify.annotations.NullMarked;
