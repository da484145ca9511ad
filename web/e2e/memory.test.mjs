/** What Pip keeps in mind: against the pretend server. */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { assertContrast, assertFits, DESK, eventually, launch, PHONE, picture, withPage } from "./browser.mjs";
import { startPretendServer } from "./pretend-server.mjs";

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

const dialog = (page) => page.getByRole("dialog", { name: "Kept in mind" });
const suggestion = {
  id: "n1",
  here: true,
  everywhere: false,
  about: "Saltbush Hotel and Conference Centre Incorporated",
  says: "pays its invoices late, and in two parts",
  other: null,
  sentence: "Saltbush Hotel and Conference Centre Incorporated: pays its invoices late, and in two parts",
  origin: "learned",
  kept: false,
};

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`adds, keeps, changes and deletes by keyboard, ${size} px, ${colorScheme}`, async () => {
      pretend.state.memory.items = [{ ...suggestion }];
      await withPage(
        browser,
        { url: pretend.url, viewport, colorScheme, hasTouch: viewport === PHONE },
        async (page) => {
          const notes = () => dialog(page).getByRole("listitem");
          await picture(page, `${size}-${colorScheme}-memory-0-header`);
          await page.getByRole("button", { name: "Notes" }).press("Enter");
          await dialog(page).getByText("It counts for nothing until you keep it.").waitFor();
          await assertFits(page);
          await assertContrast(page);
          await picture(page, `${size}-${colorScheme}-memory-1-suggested`);

          await dialog(page).getByRole("button", { name: /^Keep:/ }).press("Enter");
          await dialog(page).getByRole("button", { name: /^Change:/ }).waitFor();
          assert.equal(pretend.state.memory.items[0].kept, true);

          await dialog(page).getByRole("textbox", { name: "Keep in mind" }).fill("invoices are due in 14 days");
          await dialog(page).getByRole("textbox", { name: "Keep in mind" }).press("Enter");
          await dialog(page).getByText("you: invoices are due in 14 days").waitFor();
          assert.equal(await notes().count(), 2);

          await dialog(page).getByRole("button", { name: "Change: you: invoices are due in 14 days" }).press("Enter");
          await dialog(page).getByRole("textbox", { name: "About you" }).fill("invoices are due in 30 days");
          await assertFits(page);
          await picture(page, `${size}-${colorScheme}-memory-2-change`);
          await dialog(page).getByRole("button", { name: "Save" }).press("Enter");
          await dialog(page).getByText("you: invoices are due in 30 days").waitFor();

          await dialog(page).getByRole("combobox", { name: "Answer me" }).selectOption("concise");
          await eventually(() => pretend.state.memory.style === "concise", "the style is chosen");

          await dialog(page).getByRole("button", { name: /^Delete: Saltbush/, disabled: false }).press("Enter");
          await eventually(async () => (await notes().count()) === 1, "one is gone");
          await dialog(page).getByRole("button", { name: "Close" }).press("Enter");
          assert.equal(await dialog(page).count(), 0);
        },
      );
    });
  }
}

test("asks before it deletes everything", async () => {
  pretend.state.memory.items = [{ ...suggestion }, { ...suggestion, id: "n2", kept: true }];
  await withPage(browser, { url: pretend.url }, async (page) => {
    await page.getByRole("button", { name: "Notes" }).click();
    await dialog(page).getByRole("button", { name: "Delete all" }).click();
    await dialog(page).getByText("Your conversations stay.").waitFor();
    await dialog(page).getByRole("button", { name: "Keep it" }).click();
    assert.equal(pretend.state.memory.items.length, 2);
    await dialog(page).getByRole("button", { name: "Delete all" }).click();
    await dialog(page).getByRole("button", { name: "Yes, delete all" }).click();
    await dialog(page).getByText("Nothing yet.").waitFor();
  });
});
