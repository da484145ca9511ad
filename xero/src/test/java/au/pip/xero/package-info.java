@NullMarked
package au.pip.xero;

import org.jspecify.annotations.NullMarked;
