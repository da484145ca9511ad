/**
 * Reading the books in Xero: typed calls ({@link au.pip.xero.XeroApi}) over a transport that keeps Xero's limits
 * ({@link au.pip.xero.XeroHttp}), and reports as figures ({@link au.pip.xero.ReportParser}). One class writes, drafts
 * only and with a permit only: {@link au.pip.xero.XeroDrafts}.
 *
 * <p>Money is exact, a document's date is a local date, and every reply tells when it came and the digest of its bytes.
 */
@NullMarked
package au.pip.xero;

import org.jspecify.annotations.NullMarked;
