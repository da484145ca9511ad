/**
 * How providers speak: one package a wire format below this one. Pure functions of messages and bytes: no I/O, no host
 * names, no credentials. {@code render*} goes out, {@code parse*} and {@code read*} come in.
 */
@NullMarked
package au.pip.llm.protocol;

import org.jspecify.annotations.NullMarked;
