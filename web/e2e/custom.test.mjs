/**
 * A custom connection, which nobody signs in to: a real Pip over the pretend Xero. PIP_CUSTOM_URL names that Pip, and
 * PIP_CUSTOM_NAME the organisation; .ci/browser starts it.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, answered, ask, assertContrast, assertFits, launch, PHONE, picture, withPage } from "./browser.mjs";
import { dialog, whose } from "./sign-in.mjs";

const url = process.env.PIP_CUSTOM_URL;
const name = process.env.PIP_CUSTOM_NAME;
const skip = url ? false : "PIP_CUSTOM_URL names no Pip with a custom connection";
let browser;

before(async () => {
  browser = skip ? null : await launch();
});

after(async () => {
  await browser?.close();
});

test("says which organisation is connected, and offers nothing to connect or disconnect", { skip }, () =>
  withPage(browser, { url, viewport: PHONE }, async (page) => {
    await whose(page).click();
    assert.ok(await dialog(page).getByRole("radio", { name }).isChecked());
    assert.equal(await dialog(page).getByRole("radio").count(), 1);
    assert.deepEqual(await dialog(page).getByRole("button").allTextContents(), ["Close"]);
    await assertFits(page);
    await assertContrast(page);
    await picture(page, "320-custom-connection");
    await dialog(page).getByRole("button", { name: "Close" }).click();

    await page.reload();
    await whose(page).getByText(name).waitFor();
    await ask(page, "Who owes me money?");
    await answered(page);
    await answer(page).getByText(name).first().waitFor();
  }),
);
