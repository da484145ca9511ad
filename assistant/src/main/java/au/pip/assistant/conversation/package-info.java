/** What people do with Pip: conversations, the answering of a message, and the events that tell of it. */
@NullMarked
package au.pip.assistant.conversation;

import org.jspecify.annotations.NullMarked;
