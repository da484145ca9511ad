/**
 * A conversation of twelve turns, by keyboard: questions, follow-ups, a note and its correction, a draft declined and
 * one approved, and what Pip doesn't know. A real Pip over the pretend Xero, in which it may make drafts: PIP_TALK_URL
 * names it, PIP_TALK_SANDBOX and PIP_TALK_TENANT its books, PIP_TALK_BOOKS their export; .ci/browser makes all of them.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { owed, profit, shown } from "./books.mjs";
import {
  answer,
  assertAccessible,
  assertFits,
  DESK,
  eventually,
  input,
  launch,
  PHONE,
  picture,
  popover,
  withPage,
} from "./browser.mjs";

const { PIP_TALK_URL: url, PIP_TALK_SANDBOX: sandbox, PIP_TALK_TENANT: tenant, PIP_TALK_BOOKS: books } = process.env;
const skip = url ? false : "PIP_TALK_URL names no Pip to talk with";
const TODAY = "2026-11-23";
const CUSTOMER = "Saltbush Hotel";
let browser;

before(async () => {
  browser = skip ? undefined : await launch();
});

after(async () => {
  await browser?.close();
});

/** The drafts of invoices that the pretend Xero holds. */
async function drafts() {
  const response = await fetch(`${sandbox}/api.xro/2.0/Invoices?Statuses=DRAFT&page=1&pageSize=1000`, {
    headers: { Accept: "application/json", Authorization: "Bearer sandbox-token", "xero-tenant-id": tenant },
  });
  assert.equal(response.status, 200);
  return (await response.json()).Invoices;
}

const turns = (page) => page.locator(".question").count();
const card = (page) => page.locator(".approval").last();
const dialog = (page) => page.getByRole("dialog", { name: "Kept in mind" });
const invoice = (amount) => `Draft an invoice to ${CUSTOMER} for $${amount} plus GST for consulting`;

/** Types a question and sends it; the words of the answer once it is whole. */
async function say(page, question) {
  const answers = await page.locator(".answer").count();
  await input(page).focus();
  await page.keyboard.type(question);
  await page.keyboard.press("Enter");
  await eventually(
    async () =>
      (await page.locator(".answer").count()) > answers && (await answer(page).getAttribute("aria-busy")) === "false",
    `an answer to ${question}`,
  );
  return answer(page).innerText();
}

/** Presses Tab, backwards from the question, until what has the focus fits. */
async function reach(page, fits) {
  await input(page).focus();
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Shift+Tab");
    if (await page.evaluate(fits)) {
      return;
    }
  }
  assert.fail("the keyboard did not reach it");
}

/** Opens each figure of the answer by keyboard: records or a calculation stand behind it. */
async function assertTraced(page) {
  const figures = answer(page).locator(".figure");
  for (let index = 0; index < (await figures.count()); index++) {
    const figure = figures.nth(index);
    assert.match(await figure.getAttribute("aria-label"), /, (verified|worked out)$/);
    await figure.focus();
    await eventually(async () => (await popover(page).count()) === 1, "its source");
    assert.match(await popover(page).innerText(), /\b[1-9]\d* records?\b|Worked out as F\d|Pip's (tax data|own notes)/);
    await page.keyboard.press("Escape");
    await popover(page).waitFor({ state: "detached" });
  }
  return figures.count();
}

/** Asks for a draft, and decides on it by keyboard; what the card showed before. */
async function draft(page, amount, decision) {
  await say(page, invoice(amount));
  await card(page).getByRole("button", { name: decision }).waitFor();
  const preview = await card(page).innerText();
  const written = (await drafts()).length;
  const answers = await page.locator(".answer").count();
  await reach(page, decision === "Approve"
    ? () => document.activeElement.textContent === "Approve"
    : () => document.activeElement.textContent === "Decline");
  assert.equal((await drafts()).length, written);
  await page.keyboard.press("Enter");
  await eventually(
    async () =>
      (await page.locator(".answer").count()) > answers && (await answer(page).getAttribute("aria-busy")) === "false",
    "Pip goes on",
  );
  return preview;
}

/** Corrects the only note in the dialog, by keyboard. */
async function correct(page, says) {
  await page.getByRole("button", { name: "Notes" }).focus();
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("button", { name: /^Change: our invoices/ }).press("Enter");
  const field = dialog(page).getByRole("textbox", { name: "About our invoices" });
  await field.press("ControlOrMeta+a");
  await page.keyboard.type(says);
  await field.press("Enter");
  await dialog(page).getByText(`our invoices: ${says}`).waitFor();
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
}

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  test(`talks for twelve turns with every figure traced, ${size} px`, { skip, timeout: 180_000 }, () =>
    withPage(browser, { url, viewport }, async (page) => {
      await page.evaluate(() => fetch("/api/memory/items", { method: "DELETE" }));
      const before = (await drafts()).filter((each) => each.Contact.Name === CUSTOMER);
      const debts = owed(books, TODAY);

      const first = await say(page, "Who owes me money?");
      assert.ok(first.includes(shown(debts.all)) && first.includes(shown(debts.overdue)), first);
      assert.ok((await assertTraced(page)) > 3);

      const late = await say(page, "And what about the overdue ones?");
      assert.match(late, /^Overdue sales invoices/m);
      const listed = await answer(page).locator(".figure .amount").allTextContents();
      const amounts = listed.filter((each) => each.startsWith("$")).map((each) => Number(each.replace(/[$,]/g, "")));
      assert.equal(shown(Math.round(100 * amounts.reduce((sum, each) => sum + each, 0))), shown(debts.overdue));
      await assertTraced(page);

      assert.ok((await say(page, "What was my profit this financial year?")).includes(shown(profit(books, "2026-07-01", TODAY))));
      await assertTraced(page);
      assert.ok((await say(page, "and last year?")).includes(shown(profit(books, "2025-07-01", "2026-06-30"))));
      await assertTraced(page);

      await say(page, "How much GST do I owe this quarter?");
      await assertTraced(page);
      await answer(page).locator(".figure.derived").first().focus();
      await popover(page).getByText(/Worked out as F\d+ − F\d+/).waitFor();
      await assertFits(page);
      await picture(page, `${size}-talk-1-source`);
      await page.keyboard.press("Escape");

      assert.match(await say(page, "Remember that our invoices are due in 30 days."), /^Kept in mind/m);
      assert.match(await draft(page, 500, "Decline"), /Due\s+23 Dec 2026/);
      await page.getByText("You declined this draft").first().waitFor();

      await correct(page, "are due in 21 days");
      assert.match(await say(page, "What do you remember?"), /our invoices: are due in 21 days/);
      const preview = await draft(page, 750, "Approve");
      assert.match(preview, /Due\s+14 Dec 2026/);
      assert.match(preview, /\$825\.00 AUD/);
      assert.match(await answer(page).innerText(), /\$825\.00/);
      await assertTraced(page);
      await assertFits(page);
      await picture(page, `${size}-talk-2-approved`);

      assert.match(await say(page, "How do I void an invoice?"), /only voided/);
      await assertTraced(page);
      assert.match(await say(page, "When is my next BAS due?"), /is due by 1 Mar 2027/);
      await assertTraced(page);
      assert.match(await say(page, "How many people visited my website?"), /^I don't know/m);
      assert.equal(await answer(page).locator(".figure").count(), 0);

      assert.equal(await turns(page), 12);
      assert.equal(await page.locator(".figure.unverified").count(), 0);
      assert.ok(!(await page.locator("main").innerText()).includes("not verified"));
      const made = (await drafts()).filter((each) => each.Contact.Name === CUSTOMER);
      assert.equal(made.length, before.length + 1);
      const [one] = made.filter((each) => before.every((earlier) => earlier.InvoiceID !== each.InvoiceID));
      assert.equal(one.Total, 825);
      assert.match(one.DueDateString, /^2026-12-14/);
      await assertFits(page);
      await picture(page, `${size}-talk-3-end`);
      await assertAccessible(page);
    }),
  );
}
