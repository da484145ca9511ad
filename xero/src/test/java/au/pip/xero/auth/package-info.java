@NullMarked
package au.pip.xero.auth;

import org.jspecify.annotations.NullMarked;
