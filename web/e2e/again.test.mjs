/** Asking the latest question again, or in other words: against the pretend server. */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  answer,
  ask,
  assertContrast,
  assertFits,
  DESK,
  eventually,
  input,
  launch,
  PHONE,
  picture,
  withPage,
} from "./browser.mjs";
import { startPretendServer } from "./pretend-server.mjs";

let browser;
let pretend;

before(async () => {
  browser = await launch();
});

beforeEach(async () => {
  await pretend?.close();
  pretend = await startPretendServer({ pace: 5 });
});

after(async () => {
  await browser?.close();
  await pretend?.close();
});

const again = (page) => page.getByRole("button", { name: "Ask again" });
const edit = (page) => page.getByRole("button", { name: "Edit the question" });
const words = (page) => page.getByRole("textbox", { name: "Your question in other words" });
const earlier = (page, many) => page.locator(".earlier summary", { hasText: many });
/** Of so many turns, the last is answered. */
const rested = async (page, turns) => {
  await eventually(async () => (await page.locator(".turn").count()) === turns, `${turns} turns`);
  await again(page).waitFor();
};
const asked = () => [...pretend.state.entries.values()].flat().filter(({ kind }) => kind === "question");

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`asks again and in other words by keyboard, ${size} px, ${colorScheme}`, () =>
      withPage(browser, { url: pretend.url, viewport, colorScheme, hasTouch: viewport === PHONE }, async (page) => {
        const shot = (name) => picture(page, `${size}-${colorScheme}-again-${name}`);
        await ask(page, "Who owes me money?");
        await rested(page, 1);
        await ask(page, "And what does Wattle owe?");
        await rested(page, 2);
        assert.equal(await again(page).count(), 1);
        await assertFits(page);
        await assertContrast(page);
        await shot("1-answered");

        await again(page).press("Enter");
        await earlier(page, "1 earlier version").waitFor();
        await rested(page, 2);
        assert.deepEqual(
          asked().map(({ text, replaces }) => [text, replaces]),
          [
            ["Who owes me money?", null],
            ["And what does Wattle owe?", null],
            ["And what does Wattle owe?", asked()[1].id],
          ],
        );

        await edit(page).press("Enter");
        await eventually(() => words(page).evaluate((each) => each === document.activeElement), "the focus is on it");
        assert.equal(await words(page).inputValue(), "And what does Wattle owe?");
        assert.equal(await again(page).count(), 0);
        await assertFits(page);
        await assertContrast(page);
        await shot("2-editing");
        await page.keyboard.type(" Nothing?");
        await page.keyboard.press("Escape");
        await words(page).waitFor({ state: "detached" });
        await eventually(() => edit(page).evaluate((each) => each === document.activeElement), "the focus is back");
        assert.equal(asked().length, 3);
        assert.equal(await page.locator(".question").last().innerText(), "And what does Wattle owe?");

        await page.keyboard.press("Enter");
        await words(page).fill("And what does Kookaburra owe?");
        await words(page).press("Enter");
        await earlier(page, "2 earlier versions").waitFor();
        await rested(page, 2);
        assert.equal(asked().at(-1).replaces, asked().at(-2).id);
        assert.deepEqual(await page.locator(".question").allInnerTexts(), [
          "Who owes me money?",
          "And what does Kookaburra owe?",
        ]);

        await page.reload();
        await earlier(page, "2 earlier versions").press("Enter");
        await page.locator(".version").nth(1).waitFor();
        assert.deepEqual(await page.locator(".version .asked").allInnerTexts(), [
          "And what does Wattle owe?",
          "And what does Wattle owe?",
        ]);
        assert.match(await page.locator(".version").first().innerText(), /Customers owe you \$9,380\.50/);
        await assertFits(page);
        await assertContrast(page);
        await eventually(
          () =>
            page
              .locator(".earlier summary")
              .evaluate(
                (each) =>
                  each.getBoundingClientRect().top >= document.querySelector(".scroller").getBoundingClientRect().top,
              ),
          "they are read from their beginning",
        );
        await shot("3-earlier");

        await ask(page, "Thank you");
        await rested(page, 3);
        assert.equal(await edit(page).count(), 1);
      }));
  }
}

test("asks again what was stopped, and shows nothing to press while it is answered", () =>
  withPage(browser, { url: pretend.url }, async (page) => {
    await ask(page, "an endless answer");
    await answer(page).getByText("Line 2").waitFor();
    assert.equal(await again(page).count(), 0);
    await page.getByRole("button", { name: "Stop" }).click();
    await again(page).click();
    await answer(page).getByText("Line 1 of").waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await rested(page, 1);
    await earlier(page, "1 earlier version").click();
    await page.locator(".version").getByText("You stopped this answer.").waitFor();
  }));

test("keeps the new words when they cannot be sent", () =>
  withPage(browser, { url: pretend.url }, async (page) => {
    await ask(page, "Who owes me money?");
    await rested(page, 1);
    await edit(page).click();
    await words(page).fill("Whom do I owe money?");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Ask this instead" }).click();
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    assert.equal(await words(page).inputValue(), "Whom do I owe money?");
    await page.context().setOffline(false);
    await words(page).press("Enter");
    await earlier(page, "1 earlier version").waitFor();
    await rested(page, 1);
    assert.equal(await page.locator(".question").innerText(), "Whom do I owe money?");
  }));

test("shows how the conversation went on in another window", () =>
  withPage(browser, { url: pretend.url }, async (page) => {
    await ask(page, "Who owes me money?");
    await rested(page, 1);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await ask(other, "And whom do I owe?");
    await rested(other, 2);
    await again(page).click();
    await page.getByRole("alert").getByText("Only the latest question").waitFor();
    await eventually(async () => (await page.locator(".turn").count()) === 2, "the other window's question");
    assert.equal(asked().length, 2);
    assert.equal(await input(page).inputValue(), "");
  }));
