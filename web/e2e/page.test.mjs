/** The page against any server: PIP_URL names a running one; without it, the pretend server is used. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  answer,
  answered,
  ask,
  assertContrast,
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
import { startPretendServer } from "./pretend-server.mjs";

const QUESTION = "Who owes me money?";
let browser;
let pretend = null;
let url = process.env.PIP_URL;

before(async () => {
  browser = await launch();
  if (!url) {
    pretend = await startPretendServer();
    url = pretend.url;
  }
});

after(async () => {
  await browser?.close();
  await pretend?.close();
});

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`answers with figures that show their source, ${size} px, ${colorScheme}`, async () => {
      await withPage(browser, { url, viewport, colorScheme }, async (page) => {
        const shot = (name) => picture(page, `${size}-${colorScheme}-${name}`);
        assert.equal(await page.title(), "Pip");
        await page.getByRole("button", { name: QUESTION }).waitFor();
        assert.equal(await page.locator(".example").count(), 3);
        await assertFits(page);
        await assertContrast(page);
        await shot("1-welcome");

        await page.evaluate(() => {
          window.lengths = new Set();
          new MutationObserver(() => {
            window.lengths.add(document.querySelector(".answer")?.textContent.length ?? 0);
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        });
        await ask(page, QUESTION);
        await answered(page);
        const states = await page.evaluate(() => window.lengths.size);
        assert.ok(states > 3, `the answer grew in ${states} steps`);
        await assertFits(page);
        await assertContrast(page);
        await shot("2-answer");

        const figures = answer(page).locator(".figure");
        assert.ok((await figures.count()) > 0);
        for (const name of await figures.evaluateAll((all) => all.map((each) => each.ariaLabel))) {
          assert.match(name, /, (verified|worked out|your figure|not verified)$/);
        }
        assert.ok((await answer(page).locator(".figure.verified, .figure.derived").count()) > 0);

        await openByKeyboard(page);
        await popover(page).getByText(/^(Verified|Worked out)/).waitFor();
        assert.match(await popover(page).innerText(), /Period[\s\S]*Business[\s\S]*Records[\s\S]*As Xero had it/);
        await assertFits(page);
        await assertContrast(page);
        await shot("3-source");
        await page.keyboard.press("Escape");
        await popover(page).waitFor({ state: "detached" });
        assert.ok(await page.evaluate(() => document.activeElement.classList.contains("figure")));

        const words = await answer(page).innerText();
        await page.reload();
        await answered(page);
        assert.equal(lastLine(await answer(page).innerText()), lastLine(words));
        assert.equal(await page.locator(".question").innerText(), QUESTION);

        if (viewport === PHONE) {
          await page.getByRole("button", { name: "Conversations" }).click();
        }
        await page.locator('.conversations a[aria-current="page"]').waitFor();
        await assertFits(page);
        await assertContrast(page);
        await shot("4-conversations");
        await page.getByRole("button", { name: "New conversation" }).click();
        await page.getByRole("button", { name: QUESTION }).waitFor();
      });
    });
  }
}

test("keeps every figure's source inside a 320 px screen, by tap", async () => {
  await withPage(browser, { url, viewport: PHONE, hasTouch: true }, async (page) => {
    await ask(page, QUESTION);
    await answered(page);
    const figures = answer(page).locator(".figure");
    for (let index = 0; index < Math.min(await figures.count(), 12); index++) {
      await figures.nth(index).tap();
      await eventually(async () => (await popover(page).count()) === 1, "one popover");
      await assertFits(page);
      // Above or below it, where more room is, and at the edge, where nothing else can be pressed.
      const { y, height } = await popover(page).boundingBox();
      const below = PHONE.height - y - height;
      await page.touchscreen.tap(2, y > below ? y / 2 : PHONE.height - below / 2);
      await popover(page).waitFor({ state: "detached" });
    }
  });
});

test("shows a figure's source on hover and lets go of it after", async () => {
  await withPage(browser, { url }, async (page) => {
    await ask(page, QUESTION);
    await answered(page);
    await answer(page).locator(".figure").first().hover();
    await popover(page).hover();
    await page.getByRole("heading", { name: "Pip" }).hover();
    await popover(page).waitFor({ state: "detached" });
  });
});

test("stops an answer when it is told to", async () => {
  await withPage(browser, { url }, async (page) => {
    const stopped = page.locator(".outcome.stopped");
    // A quick answer may be whole before the stop arrives; one of a few is not.
    for (let tries = 0; tries < 5 && (await stopped.count()) === 0; tries++) {
      await ask(page, QUESTION);
      await page.getByRole("button", { name: "Stop" }).click();
      await answered(page);
    }
    await stopped.getByText("You stopped this answer.").waitFor();
    await page.getByRole("button", { name: "Send" }).waitFor();
  });
});

test("lets an answer be selected and copied whole, figures too", async () => {
  await withPage(browser, { url }, async (page) => {
    await ask(page, QUESTION);
    await answered(page);
    const selected = await page.evaluate(() => {
      getSelection().selectAllChildren(document.querySelector(".answer"));
      return getSelection().toString();
    });
    for (const figure of await answer(page).locator(".figure .amount").allTextContents()) {
      assert.ok(selected.includes(figure), `${figure} in ${selected}`);
    }
  });
});

test("starts a new line with Shift and Enter, and the input grows", async () => {
  await withPage(browser, { url }, async (page) => {
    await input(page).fill("one");
    const { height } = await input(page).boundingBox();
    await input(page).press("Shift+Enter");
    await input(page).pressSequentially("two");
    assert.equal(await input(page).inputValue(), "one\ntwo");
    assert.ok((await input(page).boundingBox()).height > height);
    await page.reload();
    assert.equal(await input(page).inputValue(), "one\ntwo");
  });
});

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`finds what was said, ${size} px, ${colorScheme}`, async () => {
      await withPage(browser, { url, viewport, colorScheme }, async (page) => {
        await ask(page, QUESTION);
        await answered(page);
        const list = async () => {
          if (viewport === PHONE) {
            await page.getByRole("button", { name: "Conversations" }).click();
          }
          return page.getByRole("searchbox", { name: "Search conversations" });
        };
        const field = await list();
        await field.focus();
        await page.keyboard.type("owes me");
        const hit = page.locator(".conversations a", { has: page.locator("mark") }).first();
        await hit.waitFor();
        assert.match(await hit.locator("mark").innerText(), /^owes/i);
        await page.getByRole("status").filter({ hasText: /place/ }).waitFor();
        await assertFits(page);
        await assertContrast(page);
        await picture(page, `${size}-${colorScheme}-5-search`);

        await field.fill("zzzzqq");
        await page.getByText("Nothing that was said has these words.").waitFor();
        await field.fill("owes me");
        await hit.waitFor();
        await field.press("Tab");
        await page.keyboard.press("Enter");
        await page.locator(".question", { hasText: QUESTION }).waitFor();

        const again = await list();
        await again.fill("");
        await page.locator('.conversations a[aria-current="page"]').waitFor();
      });
    });
  }
}

test("asks the latest question in other words, and keeps what was before, also after a reload", async () => {
  await withPage(browser, { url }, async (page) => {
    await ask(page, QUESTION);
    await page.getByRole("button", { name: "Edit the question" }).click();
    const words = page.getByRole("textbox", { name: "Your question in other words" });
    await words.fill("What can you do?");
    await words.press("Enter");
    await page.getByText("1 earlier version").waitFor();
    await page.getByRole("button", { name: "Ask again" }).click();
    await page.getByText("2 earlier versions").waitFor();
    await page.getByRole("button", { name: "Ask again" }).waitFor();
    await page.reload();
    await page.getByText("2 earlier versions").click();
    assert.deepEqual(await page.locator(".version .asked").allInnerTexts(), [QUESTION, "What can you do?"]);
    assert.deepEqual(await page.locator(".question").allInnerTexts(), ["What can you do?"]);
  });
});

async function openByKeyboard(page) {
  await input(page).focus();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Shift+Tab");
    if (await page.evaluate(() => document.activeElement.matches(".figure.verified, .figure.derived"))) {
      return;
    }
  }
  assert.fail("the keyboard did not reach a figure");
}

const lastLine = (text) => text.trim().split("\n").at(-1);
