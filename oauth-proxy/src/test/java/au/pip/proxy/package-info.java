@NullMarked
package au.pip.proxy;

import org.jspecify.annotations.NullMarked;
