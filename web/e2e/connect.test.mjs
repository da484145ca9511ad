/**
 * Signing in at Xero, whole: a real Pip over the pretend Xero's sign-in and its two organisations. PIP_CONNECT_URL names
 * that Pip, and PIP_CONNECT_PROXY the proxy that it signs in through, if it does; .ci/browser starts them.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answered, ask, assertContrast, assertFits, DESK, eventually, launch, PHONE, picture } from "./browser.mjs";
import { beginSignIn, dialog, inFreshBrowser, whose } from "./sign-in.mjs";

const url = process.env.PIP_CONNECT_URL;
const proxy = process.env.PIP_CONNECT_PROXY;
const skip = url ? false : "PIP_CONNECT_URL names no Pip over a pretend Xero";
let browser;

before(async () => {
  browser = skip ? null : await launch();
});

after(async () => {
  await browser?.close();
});

const inBrowser = (viewport, colorScheme, run) => inFreshBrowser(browser, { url, viewport, colorScheme }, run);

async function toXero(page) {
  await beginSignIn(page);
  if (proxy) {
    await page.getByRole("heading", { name: /^Connect Xero to localhost:\d+\?$/ }).waitFor();
    assert.equal(new URL(page.url()).origin, proxy);
    await assertFits(page);
    await assertContrast(page);
    await page.getByRole("button", { name: "Continue to Xero" }).click();
  }
  await page.getByRole("heading", { name: "Allow access?" }).waitFor();
}

async function disconnectAll(page) {
  await page.goto(url);
  await whose(page).click();
  await dialog(page).getByRole("button", { name: "Close" }).waitFor();
  await page.waitForLoadState("networkidle");
  for (let left = await dialog(page).getByRole("radio").count(); left > 0; left--) {
    await dialog(page).getByRole("button", { name: /^Disconnect / }).first().click();
    await dialog(page).getByRole("button", { name: "Yes, disconnect" }).click();
    await eventually(async () => (await dialog(page).getByRole("radio").count()) === left - 1, "one fewer");
  }
}

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`connects two organisations and asks about each, ${size} px, ${colorScheme}`, { skip }, () =>
      inBrowser(viewport, colorScheme, async (page) => {
        await toXero(page);
        const names = await page.locator("label").allTextContents();
        assert.equal(names.length, 2);
        for (const box of await page.getByRole("checkbox").all()) {
          await box.check();
        }
        await page.getByRole("button", { name: "Allow access" }).click();
        await page.getByRole("heading", { name: "Connected to Xero" }).waitFor();
        assert.deepEqual((await page.locator("li").allTextContents()).sort(), names.map((name) => name.trim()).sort());
        await assertFits(page);
        await assertContrast(page);
        await picture(page, `${size}-${colorScheme}-connect-1-connected`);
        assert.match(page.url(), /\/xero\/result\/[0-9a-f-]{36}$/);
        await page.reload();
        await page.getByRole("heading", { name: "Connected to Xero" }).waitFor();

        await page.getByRole("link", { name: "Open Pip" }).click();
        await page.getByText(/^Several organisations are connected/).waitFor();
        for (const name of names.map((each) => each.trim())) {
          await whose(page).click();
          await dialog(page).getByRole("radio", { name }).check();
          await eventually(async () => (await whose(page).textContent()) === name, `the page names ${name}`);
          await page.keyboard.press("Escape");
          await ask(page, "Who owes me money?");
          await answered(page);
          await page.locator(".answer").last().getByText(name).first().waitFor();
        }
        await disconnectAll(page);
        await dialog(page).getByText(/No organisation is connected/).waitFor();
      }),
    );
  }
}

test("says so when the person declines, and lets them begin again", { skip }, () =>
  inBrowser(PHONE, "dark", async (page) => {
    await toXero(page);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("heading", { name: "Not connected" }).waitFor();
    await page.getByText("You declined at Xero").waitFor();
    await assertFits(page);
    await assertContrast(page);
    await picture(page, "320-dark-connect-2-declined");
    await page.reload();
    await page.getByText("You declined at Xero").waitFor();
    await page.getByRole("link", { name: "Open Pip" }).click();
    await toXero(page);
  }),
);

test("finishes in the browser that began, and once", { skip }, () =>
  inBrowser(DESK, "light", async (page) => {
    await toXero(page);
    await page.getByRole("checkbox").first().check();
    const form = await page.locator("form").evaluate((element) => ({
      action: element.action,
      fields: Object.fromEntries(new FormData(element)),
    }));
    const answer = await page.request.post(form.action, {
      form: { ...form.fields, decision: "allow" },
      maxRedirects: 0,
    });
    let back = answer.headers().location;
    if (proxy) {
      assert.ok(back.startsWith(`${proxy}/oauth/callback?`), back);
      back = (await page.request.get(back, { maxRedirects: 0 })).headers().location;
    }
    assert.match(back, /^http:\/\/localhost:\d+\/xero\/callback\?/);

    await inBrowser(DESK, "light", async (other) => {
      await other.goto(back);
      await other.getByText("begun in another browser").waitFor();
    });
    await page.goto(back);
    await page.getByText("Pip knows no such sign-in").waitFor();
    await disconnectAll(page);
    await dialog(page).getByText(/No organisation is connected/).waitFor();
  }),
);
