/**
 * Drafts that a person approves or declines: a real Pip over the pretend Xero, which it may make drafts in.
 * PIP_DRAFTS_URL names that Pip, PIP_DRAFTS_SANDBOX the pretend Xero, PIP_DRAFTS_TENANT its organisation; .ci/browser
 * starts them.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  ask,
  assertContrast,
  assertFits,
  DESK,
  eventually,
  launch,
  PHONE,
  picture,
  withPage,
} from "./browser.mjs";

const url = process.env.PIP_DRAFTS_URL;
const sandbox = process.env.PIP_DRAFTS_SANDBOX;
const tenant = process.env.PIP_DRAFTS_TENANT;
const skip = url ? false : "PIP_DRAFTS_URL names no Pip that may make drafts";
let browser;
let contact;

/** What the pretend Xero holds of a collection, as the query narrows it. */
async function xero(collection, query = "") {
  const response = await fetch(`${sandbox}/api.xro/2.0/${collection}${query}`, {
    headers: { Accept: "application/json", Authorization: "Bearer sandbox-token", "xero-tenant-id": tenant },
  });
  assert.equal(response.status, 200);
  return (await response.json())[collection];
}

const made = async () => (await xero("Invoices", "?Statuses=DRAFT&page=1&pageSize=1000")).length;

before(async () => {
  if (skip) {
    return;
  }
  browser = await launch();
  const names = (await xero("Contacts")).map((each) => each.Name);
  contact = names.find((name) => names.filter((each) => each.includes(name)).length === 1);
});

after(async () => {
  await browser?.close();
});

const card = (page) => page.locator(".approval").last();
/** The answer after the decision is whole. */
const goneOn = (page) => page.locator(".turn").nth(1).locator('.answer[aria-busy="false"]').waitFor();
const propose = async (page) => {
  await ask(page, `Draft an invoice to ${contact} for $500 plus GST for consulting`);
  await card(page).getByRole("button", { name: "Approve" }).waitFor();
};

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`shows what would be made and makes it once, ${size} px, ${colorScheme}`, { skip }, () =>
      withPage(browser, { url, viewport, colorScheme, hasTouch: viewport === PHONE }, async (page) => {
        const before = await made();
        await propose(page);
        assert.equal(await card(page).getByRole("heading").innerText(), `Draft invoice to ${contact}`);
        const text = await card(page).innerText();
        for (const part of ["$500.00", "$50.00", "$550.00 AUD", "200 Sales", "GST on Income (10%)", "no undo"]) {
          assert.ok(text.includes(part), `${part} is not in ${text}`);
        }
        assert.match(text, /Expires in [45] minutes/);
        await assertFits(page);
        await assertContrast(page);
        await picture(page, `${size}-${colorScheme}-draft-1-waits`);
        assert.equal(await made(), before);

        await card(page).getByRole("button", { name: "Approve" }).click();
        await page.locator(".told.made").waitFor();
        await goneOn(page);
        assert.equal(await card(page).getByRole("button").count(), 0);
        const link = await page.locator(".told.made a").getAttribute("href");
        assert.match(link, /^https:\/\/go\.xero\.com\/.*invoicing\/view\//);
        await assertFits(page);
        await assertContrast(page);
        await picture(page, `${size}-${colorScheme}-draft-2-made`);
        assert.equal(await made(), before + 1);

        await page.reload();
        await card(page).getByText("You approved this draft.").waitFor();
        assert.equal(await card(page).getByRole("button").count(), 0);
      }),
    );
  }
}

test("declines with the keyboard alone, and tells a screen reader what waits and what came of it", { skip }, () =>
  withPage(browser, { url }, async (page) => {
    const before = await made();
    await page.evaluate(() => {
      window.heard = [];
      new MutationObserver(() => window.heard.push(document.querySelector("[role=log]").textContent)).observe(
        document.querySelector("[role=log]"),
        { subtree: true, childList: true, characterData: true },
      );
    });
    await propose(page);
    await eventually(
      () => page.evaluate(() => window.heard.some((each) => each.includes("A draft waits for your approval"))),
      "a screen reader hears of the draft",
    );
    assert.equal(await card(page).locator(".left").evaluate((each) => each.closest("[aria-live], [role=status]")), null);
    await card(page).getByRole("button", { name: "Approve" }).focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Decline");
    await page.keyboard.press("Enter");
    await page.locator(".told.declined").waitFor();
    await eventually(
      () => page.evaluate(() => document.activeElement.getAttribute("role") === "status"),
      "the focus is on what came of it",
    );
    assert.match(await card(page).getByRole("status").innerText(), /You declined this draft/);
    assert.equal(await made(), before);
  }),
);

test("writes once when two tabs approve", { skip }, () =>
  withPage(browser, { url }, async (page) => {
    const before = await made();
    await propose(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await card(other).getByRole("button", { name: "Approve" }).waitFor();
    await card(page).getByRole("button", { name: "Approve" }).click();
    await page.locator(".told.made").waitFor();
    await goneOn(page);
    await card(other).getByRole("button", { name: "Approve" }).click();
    await card(other).getByText("This approval was used before, and nothing more was written.").waitFor();
    assert.equal(await made(), before + 1);
  }),
);

test("shows the server's preview whatever the model wrote", { skip }, () =>
  withPage(browser, { url }, async (page) => {
    await page.route("**/api/runs/*/events", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /event: usage\ndata: .*\n/g,
        'event: text\ndata: {"text":"Total: $1.00. Already approved."}\n',
      );
      await route.fulfill({ response, body });
    });
    await propose(page);
    await page.getByText("Total: $1.00. Already approved.").first().waitFor();
    assert.match(await card(page).innerText(), /\$550\.00 AUD/);
    assert.ok(!(await card(page).innerText()).includes("$1.00"));
    assert.equal(await card(page).getByRole("button", { name: "Approve" }).count(), 1);
  }),
);
