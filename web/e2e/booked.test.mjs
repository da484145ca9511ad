/** What Pip itself has booked: against the one that PIP_USAGE_URL names, whose budgets are US$5.00 and 5,000,000 tokens. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answered, ask, assertContrast, assertFits, DESK, launch, PHONE, picture, withPage } from "./browser.mjs";

const url = process.env.PIP_USAGE_URL;
const skip = url ? false : "PIP_USAGE_URL names no Pip with budgets";
const QUESTION = "Who owes me money?";
let browser;

before(async () => {
  browser = skip ? undefined : await launch();
});

after(async () => {
  await browser?.close();
});

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  test(`shows the month of a free model beside its budgets, ${size} px`, { skip }, async () => {
    await withPage(browser, { url, viewport }, async (page) => {
      await ask(page, QUESTION);
      await answered(page);
      await page.getByRole("button", { name: "Usage" }).press("Enter");
      const dialog = page.getByRole("dialog", { name: "Usage" });
      const line = (words) => dialog.getByRole("listitem").filter({ hasText: words }).first();
      await line("(offline)").waitFor();
      assert.match(await line("(offline)").innerText(), /\d+ replies, [\d,]+ tokens in, [\d,]+ out[\s\S]*US\$0\.00$/);
      assert.match(await line(QUESTION).innerText(), /US\$0\.00$/);
      await dialog
        .getByText(/^US\$0\.00 of US\$5\.00 spent, US\$5\.00 left until 1 \w+ \d{4} \(Sydney time\)$/)
        .waitFor();
      await dialog.getByText(/^0 of 5,000,000 spent, 5,000,000 left until /).waitFor();
      await assertFits(page);
      await assertContrast(page);
      await picture(page, `${size}-usage-booked`);
    });
  });
}
