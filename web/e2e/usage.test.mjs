/** What models used and what it cost: against the pretend server. */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  answered,
  ask,
  assertAccessible,
  assertContrast,
  assertFits,
  DESK,
  eventually,
  launch,
  PHONE,
  picture,
  withPage,
} from "./browser.mjs";
import { startPretendServer } from "./pretend-server.mjs";

const LONG = "How much did the Saltbush Hotel and Conference Centre Incorporated pay us";
let browser;
let pretend;

before(async () => {
  browser = await launch();
});

beforeEach(async () => {
  await pretend?.close();
  pretend = await startPretendServer();
});

after(async () => {
  await browser?.close();
  await pretend?.close();
});

const tokens = { freshInput: 40_000, cacheRead: 8_000, cacheWrite: 210, output: 3_120 };
const used = (costUsd, replies, unpricedReplies) => ({ replies, usage: tokens, costUsd, unpricedReplies });
const budget = {
  of: "account",
  unit: "usd",
  limit: "5.00",
  spent: "4.10",
  reserved: "0.20",
  left: "0.70",
  resetsAt: "2026-11-30T13:00:00Z",
  note: "86% of your budget for November 2026 is used.",
};
const november = {
  total: used("1.2345", 14, 1),
  models: [
    { provider: "anthropic", model: "claude-sonnet-5", priceVersion: "2026-10-27 anthropic/claude-sonnet-5", ...used("1.2345", 12, 0) },
    { provider: "custom", model: "own", priceVersion: null, ...used("0", 1, 1) },
    { provider: "ollama", model: "qwen3", priceVersion: "local", ...used("0", 1, 0) },
  ],
  conversations: [
    { conversationId: "c1", title: LONG, ...used("1.2345", 13, 1) },
    { conversationId: "c2", title: "Who owes me money?", ...used("0.0031249", 1, 0) },
  ],
  moreConversations: 7,
};

const dialog = (page) => page.getByRole("dialog", { name: "Usage" });
const open = (page) => page.getByRole("button", { name: "Usage" }).press("Enter");
const line = (page, words) => dialog(page).getByRole("listitem").filter({ hasText: words });
const month = (page, name) => dialog(page).getByRole("heading", { name });

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`shows months, models, conversations and budgets by keyboard, ${size} px, ${colorScheme}`, async () => {
      pretend.state.usage.months["2026-11"] = november;
      pretend.state.usage.months["2026-10"] = { total: used("0.05", 3, 0), models: [], conversations: [] };
      pretend.state.usage.budgets = [budget, { ...budget, of: "server", unit: "tokens", limit: "5000000", spent: "61320", reserved: "0", left: "4938680", note: null }];
      await withPage(
        browser,
        { url: pretend.url, viewport, colorScheme, hasTouch: viewport === PHONE },
        async (page) => {
          await open(page);
          await month(page, "November 2026").waitFor();
          assert.match(await line(page, "claude-sonnet-5").innerText(), /US\$1\.23$/);
          assert.match(await line(page, "claude-sonnet-5").innerText(), /Price: 2026-10-27 anthropic/);
          assert.match(await line(page, "own (custom)").innerText(), /cost unknown$/);
          assert.match(await line(page, "qwen3 (ollama)").innerText(), /US\$0\.00$/);
          assert.match(await line(page, LONG).innerText(), /and 1 reply whose cost is unknown/);
          await dialog(page).getByText("And 7 conversations that used less.").waitFor();
          await dialog(page)
            .getByText("US$4.10 of US$5.00 spent, US$0.20 set aside for answers under way, US$0.70 left until 1 December 2026")
            .waitFor();
          assert.equal(await dialog(page).getByRole("progressbar").count(), 2);
          await assertFits(page);
          assert.ok(await dialog(page).evaluate((each) => each.scrollWidth <= each.clientWidth), "it scrolls sideways");
          await assertContrast(page);
          await assertAccessible(page);
          await picture(page, `${size}-${colorScheme}-usage-1-month`);
          await line(page, "Who owes me").scrollIntoViewIfNeeded();
          await picture(page, `${size}-${colorScheme}-usage-2-below`);

          await dialog(page).getByRole("button", { name: "Before: October 2026" }).press("Enter");
          await month(page, "October 2026").waitFor();
          await dialog(page).getByText("US$0.05").waitFor();
          await page.keyboard.press("Enter");
          await month(page, "September 2026").waitFor();
          await dialog(page).getByText("No model was used.").waitFor();
          assert.equal(await dialog(page).getByRole("progressbar").count(), 0);
          await dialog(page).getByRole("button", { name: "After: October 2026" }).press("Enter");
          await dialog(page).getByRole("button", { name: "After: November 2026" }).press("Enter");
          await month(page, "November 2026").waitFor();
          // There is no later month, and the focus stays where it is.
          await page.keyboard.press("Enter");
          assert.ok(await page.evaluate(() => document.activeElement.ariaLabel === "After: no later month"));
          assert.equal(await month(page, "November 2026").count(), 1);
          await assertContrast(page);

          await page.keyboard.press("Escape");
          await dialog(page).waitFor({ state: "detached" });
        },
      );
    });
  }
}

test("opens a conversation from what it used", async () => {
  await withPage(browser, { url: pretend.url }, async (page) => {
    await ask(page, "Who owes me money?");
    await answered(page);
    const [{ id, title }] = pretend.state.conversations;
    pretend.state.usage.months["2026-11"] = { ...november, conversations: [{ conversationId: id, title, ...used("0.01", 1, 0) }] };
    await page.getByRole("button", { name: "New conversation" }).click();
    await eventually(async () => (await page.locator(".question").count()) === 0, "a new one");
    await open(page);
    await dialog(page).getByRole("link", { name: title }).press("Enter");
    await dialog(page).waitFor({ state: "detached" });
    await page.locator(".question", { hasText: "Who owes me money?" }).waitFor();
  });
});

test("shows no budgets where there are none, and tells why a month could not be read", async () => {
  pretend.state.usage.months["2026-11"] = november;
  await withPage(browser, { url: pretend.url }, async (page) => {
    await open(page);
    await month(page, "November 2026").waitFor();
    assert.equal(await dialog(page).getByRole("progressbar").count(), 0);
    pretend.state.faults.push({ route: "GET usage", status: 500, problem: { code: "internal", message: "The store is away." } });
    await dialog(page).getByRole("button", { name: "Before: October 2026" }).click();
    await dialog(page).getByText("The store is away.").waitFor();
    assert.equal(await month(page, "November 2026").count(), 1);
    await dialog(page).getByRole("button", { name: "Before: October 2026" }).click();
    await month(page, "October 2026").waitFor();
    assert.equal(await dialog(page).getByText("The store is away.").count(), 0);
  });
});
