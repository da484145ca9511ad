/** Connecting, choosing and disconnecting organisations: against the pretend server. */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { assertContrast, assertFits, DESK, eventually, launch, PHONE, picture, withPage } from "./browser.mjs";
import { startPretendServer } from "./pretend-server.mjs";

const LONG = "The Incorporated Trustees of the Wattle, Banksia & Grevillea Landscape Gardening Partnership No. 2";
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

const onPage = (run, more = {}) => withPage(browser, { url: pretend.url, ...more }, run);
const dialog = (page) => page.getByRole("dialog", { name: "Organisations" });
const open = (page, name) => page.getByRole("button", { name }).click();

for (const [size, viewport] of Object.entries({ 320: PHONE, 1280: DESK })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`chooses, asks before it disconnects, and goes to Xero, ${size} px, ${colorScheme}`, async () => {
      pretend.state.organisations.push(
        { id: "o2", name: LONG, state: "reconnect", current: false },
        { id: "o3", name: "Old Mill Brewery", state: "connected", current: false },
      );
      await onPage(
        async (page) => {
          const shot = (name) => picture(page, `${size}-${colorScheme}-organisations-${name}`);
          await open(page, "Organisation: Banksia Bikes Pty Ltd");
          await dialog(page).getByText("Xero needs you to sign in again").waitFor();
          await assertFits(page);
          await assertContrast(page);
          await shot("1-list");

          await dialog(page).getByRole("radio", { name: "Old Mill Brewery" }).check();
          await eventually(
            () => page.evaluate(() => document.querySelector(".whose").textContent === "Old Mill Brewery"),
            "the page names the other one",
          );
          assert.equal(await dialog(page).getByRole("radio", { checked: true }).count(), 1);

          await dialog(page).getByRole("button", { name: "Disconnect Banksia Bikes Pty Ltd" }).click();
          await dialog(page).getByText("Your conversations stay.").waitFor();
          await assertFits(page);
          await assertContrast(page);
          await shot("2-sure");
          await dialog(page).getByRole("button", { name: "Keep it" }).click();
          assert.equal(await dialog(page).getByRole("radio").count(), 3);
          await dialog(page).getByRole("button", { name: "Disconnect Banksia Bikes Pty Ltd" }).click();
          await dialog(page).getByRole("button", { name: "Yes, disconnect" }).click();
          await eventually(async () => (await dialog(page).getByRole("radio").count()) === 2, "one fewer");

          await dialog(page).getByRole("button", { name: "Sign in to Xero again" }).click();
          await page.waitForURL("**/xero/sign-in/ticket");
        },
        { viewport, colorScheme, hasTouch: viewport === PHONE },
      );
    });

    test(`connects the first one, ${size} px, ${colorScheme}`, async () => {
      pretend.state.organisations = [];
      pretend.state.note = "No organisation is connected to Pip yet.";
      pretend.state.missing = ["No organisation is connected to Pip yet."];
      await onPage(
        async (page) => {
          await open(page, "Organisations");
          await dialog(page).getByText("No organisation is connected").waitFor();
          await assertFits(page);
          await assertContrast(page);
          await picture(page, `${size}-${colorScheme}-organisations-3-none`);
          await dialog(page).getByRole("button", { name: "Connect to Xero" }).click();
          await page.waitForURL("**/xero/sign-in/ticket");
        },
        { viewport, colorScheme },
      );
    });
  }
}

test("does not send the person to Xero when only the settings changed", () => {
  pretend.state.organisations.push({ id: "o2", name: "Old Mill Brewery", state: "elsewhere", current: false });
  return onPage(async (page) => {
    await open(page, /^Organisation: /);
    await dialog(page).getByText("Connected in another way than Pip’s settings say now").waitFor();
    assert.equal(await dialog(page).getByText("sign in again").count(), 0);
    assert.equal(await dialog(page).getByRole("button", { name: "Sign in to Xero again" }).count(), 0);
  });
});

test("works with the keyboard alone, and gives the focus back", () => {
  pretend.state.organisations.push({ id: "o2", name: "Old Mill Brewery", state: "connected", current: false });
  return onPage(async (page) => {
    const button = page.getByRole("button", { name: /^Organisation: / });
    await button.focus();
    await page.keyboard.press("Enter");
    await dialog(page).getByRole("radio", { name: "Old Mill Brewery" }).waitFor();
    await dialog(page).getByRole("radio", { checked: true }).focus();
    await page.keyboard.press("ArrowDown");
    await eventually(() => pretend.state.organisations[1].current, "the other is chosen");
    assert.ok(await page.evaluate(() => document.activeElement.matches("input[type=radio]:checked")));

    await dialog(page).getByRole("button", { name: "Disconnect Old Mill Brewery" }).focus();
    await page.keyboard.press("Enter");
    await eventually(
      () => page.evaluate(() => document.activeElement.textContent === "Keep it"),
      "the harmless answer has the focus",
    );
    await page.keyboard.press("Enter");
    assert.equal(pretend.state.organisations.length, 2);

    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    assert.ok(await button.evaluate((element) => document.activeElement === element));
  });
});

test("says what Xero said when it cannot be asked, and lets one try again", () => {
  pretend.state.faults.push({
    route: "DELETE organisations",
    status: 502,
    problem: { code: "xero", message: "Xero could not be reached at api.xero.com." },
  });
  return onPage(async (page) => {
    await open(page, /^Organisation: /);
    const disconnect = async () => {
      await dialog(page).getByRole("button", { name: /^Yes, disconnect/ }).click();
    };
    await dialog(page).getByRole("button", { name: /^Disconnect / }).click();
    await disconnect();
    await dialog(page).getByText("Xero could not be reached at api.xero.com.").waitFor();
    await disconnect();
    await eventually(async () => (await dialog(page).getByRole("radio").count()) === 0, "gone");
  });
});

test("offers no sign-in where nobody signs in", () => {
  pretend.state.canConnect = false;
  pretend.state.note = "These are pretend books.";
  return onPage(async (page) => {
    await open(page, /^Organisation: /);
    await dialog(page).getByText("These are pretend books.").waitFor();
    assert.deepEqual(await dialog(page).getByRole("button").allTextContents(), ["Close"]);
  });
});

test("sees what was connected elsewhere when the person comes back", () =>
  onPage(async (page) => {
    await open(page, /^Organisation: /);
    await dialog(page).getByRole("radio").waitFor();
    pretend.state.organisations.push({ id: "o2", name: "Old Mill Brewery", state: "connected", current: false });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await dialog(page).getByRole("radio", { name: "Old Mill Brewery" }).waitFor();
  }));
