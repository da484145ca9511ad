/**
 * What a person reads on the page on a hard day at Xero: the list that the terminal is tested with, against a real Pip
 * and the pretend Xero. PIP_HARD_URL and PIP_HARD_SANDBOX name them; .ci/browser starts them.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { answer, answered, ask, assertContrast, assertFits, launch, PHONE, picture } from "./browser.mjs";
import { beginSignIn, inFreshBrowser } from "./sign-in.mjs";

const url = process.env.PIP_HARD_URL;
const sandbox = process.env.PIP_HARD_SANDBOX;
const skip = url ? false : "PIP_HARD_URL names no Pip over a pretend Xero";
const LIST = new URL("../../evaluation/src/test/resources/au/pip/evaluation/hard-days.json", import.meta.url);
const QUESTION = "Who owes me money?";
const NOT_ANSWERED = "I couldn't look that up.";
/** Longer than Pip waits for Xero, and than its own pace holds it back. */
const PATIENCE = 100_000;
let browser;

before(async () => {
  browser = skip ? null : await launch();
});

after(async () => {
  await browser?.close();
});

async function control(method, path) {
  const reply = await fetch(`${sandbox}/sandbox/${path}`, { method, headers: { Authorization: "Bearer sandbox-token" } });
  assert.equal(reply.status, 200, `${path}: ${await reply.clone().text()}`);
  return reply.json();
}

async function connect(page) {
  await beginSignIn(page);
  await page.getByRole("heading", { name: "Allow access?" }).waitFor();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Allow access" }).click();
  await page.getByRole("heading", { name: "Connected to Xero" }).waitFor();
  await page.getByRole("link", { name: "Open Pip" }).click();
}

/** All that a new answer says, with what came of it. */
async function said(page) {
  await page.getByRole("button", { name: "New conversation" }).click();
  await page.getByRole("button", { name: QUESTION }).waitFor();
  await ask(page, QUESTION);
  await page.locator(".turn").waitFor();
  await answered(page);
  return (await answer(page).innerText()).replaceAll(/\s+/g, " ");
}

/** A good answer, so that Pip knows the organisation, of which nothing else is kept. */
async function goodDay(page) {
  assert.ok(!(await said(page)).includes(NOT_ANSWERED));
  await forgetReplies(page);
}

async function forgetReplies(page) {
  await page.evaluate(async () => {
    const { organisations } = await (await fetch("/api/xero/organisations")).json();
    for (const { id } of organisations) {
      const reply = await fetch(`/api/xero/organisations/${id}/refresh`, { method: "POST" });
      if (!reply.ok) {
        throw new Error(await reply.text());
      }
    }
  });
}

async function begin(day, tenant) {
  for (const query of day.identity ?? []) {
    await control("POST", `identity?${query.replace("{tenant}", tenant)}`);
  }
  for (const query of day.faults ?? []) {
    await control("POST", `faults?${query}`);
  }
}

async function end() {
  for (const part of ["api", "token"]) {
    await control("DELETE", `faults?on=${part}`);
  }
}

/** What is said on such a day, after which all is well again. */
async function onThe(day, page, tenant) {
  await goodDay(page);
  await begin(day, tenant);
  try {
    return await said(page);
  } finally {
    await end();
    if (day.identity) {
      await page.goto(url);
      await connect(page);
    }
  }
}

function assertSaid(parts, words) {
  let from = 0;
  for (const part of parts) {
    const at = words.indexOf(part, from);
    assert.ok(at >= 0, `"${part}" is not said, but: ${words}`);
    from = at + part.length;
  }
}

test("says what happened and what to do next, on each hard day", { skip }, (t) =>
  inFreshBrowser(browser, { url, viewport: { width: 1280, height: 800 } }, async (page) => {
    page.setDefaultTimeout(PATIENCE);
    await connect(page);
    const { signIns } = await control("GET", "identity");
    const [tenant] = signIns.at(-1).tenants;
    for (const day of JSON.parse(readFileSync(LIST, "utf8"))) {
      await t.test(day.name, async () => {
        const words = await onThe(day, page, tenant);
        if (day.says) {
          assertSaid(day.says, words);
        } else {
          assert.ok(!words.includes(NOT_ANSWERED), words);
        }
      });
    }
  }),
);

test("fits a small screen with the longest of the sentences", { skip }, () =>
  inFreshBrowser(browser, { url, viewport: PHONE, colorScheme: "dark" }, async (page) => {
    page.setDefaultTimeout(PATIENCE);
    await forgetReplies(page);
    await control("POST", "faults?kind=401-scope&count=50");
    await ask(page, QUESTION);
    await answered(page);
    await answer(page).getByText("grant every permission").first().waitFor();
    await end();
    await assertFits(page);
    await assertContrast(page);
    await picture(page, "320-dark-hard-day");
  }),
);
