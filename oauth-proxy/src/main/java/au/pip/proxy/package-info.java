/**
 * Signing in to Xero with an app that is not the instance's own: a small program ({@link au.pip.proxy.Main}) that knows
 * the app's secret, hands each sign-in's tokens to the instance that began it, and keeps nothing.
 */
@NullMarked
package au.pip.proxy;

import org.jspecify.annotations.NullMarked;
