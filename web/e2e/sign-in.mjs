/** Tests that leave Pip's page for Xero's, or for a proxy's, and come back. */
import { withPage } from "./browser.mjs";

export const dialog = (page) => page.getByRole("dialog", { name: "Organisations" });
export const whose = (page) => page.locator("header .whose");

/** Runs in a fresh profile, which a refused resource or a script error fails. */
export const inFreshBrowser = (browser, options, run) =>
  withPage(browser, { ...options, leadsElsewhere: true }, run);

/** From Pip's page to where the browser is sent to sign in. */
export async function beginSignIn(page) {
  await whose(page).click();
  await dialog(page).getByRole("button", { name: /Xero/ }).click();
}
