/** Data keys from AWS KMS. */
@NullMarked
package au.pip.kms;

import org.jspecify.annotations.NullMarked;
