/** Tests that leave Pip's page for Xero's, or for a proxy's, and come back. */
import assert from "node:assert/strict";

export const dialog = (page) => page.getByRole("dialog", { name: "Organisations" });
export const whose = (page) => page.locator("header .whose");

/** Runs in a fresh profile, which a refused resource or a script error fails. */
export async function inFreshBrowser(browser, { url, viewport, colorScheme = "light" }, run) {
  const context = await browser.newContext({ viewport, colorScheme, locale: "en-AU", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) {
      wrong.push(message.text());
    }
  });
  try {
    await page.goto(url);
    await run(page);
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

/** From Pip's page to where the browser is sent to sign in. */
export async function beginSignIn(page) {
  await whose(page).click();
  await dialog(page).getByRole("button", { name: /Xero/ }).click();
}
