const XERO = "https://go.xero.com";

/**
 * The address, if it is one of Xero's pages; else null. Nothing else is ever made a link: the books, whose texts anyone
 * may have written, and a model have no say in where a click goes.
 */
export function xeroPage(link: string | null): string | null {
  try {
    return link !== null && new URL(link).origin === XERO && link.startsWith(`${XERO}/`) ? link : null;
  } catch {
    return null;
  }
}
