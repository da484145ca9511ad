/** What the page does when things go wrong, or on and on: against the pretend server, which does so on demand. */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  answer,
  answered,
  ask,
  assertContrast,
  assertFits,
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
  pretend = await startPretendServer({ pace: 15 });
});

after(async () => {
  await browser?.close();
  await pretend?.close();
});

const onPage = (run, more = {}) => withPage(browser, { url: pretend.url, ...more }, run);

test("stops an answer and keeps what there is of it", () =>
  onPage(async (page) => {
    await ask(page, "an endless answer");
    await answer(page).getByText("Line 2").waitFor();
    await picture(page, "stop");
    await page.getByRole("button", { name: "Stop" }).click();
    await answered(page);
    await answer(page).getByText("You stopped this answer.").waitFor();
    assert.match(await answer(page).innerText(), /Line 1 of an answer/);
    await page.getByRole("button", { name: "Send" }).waitFor();
  }));

test("picks a run up again after a reload", () =>
  onPage(async (page) => {
    await ask(page, "an endless answer");
    await answer(page).getByText("Line 2").waitFor();
    await page.reload();
    await answer(page).getByText("Line 1 of").waitFor();
    const before = (await answer(page).innerText()).length;
    await eventually(async () => (await answer(page).innerText()).length > before, "more of the answer");
    assert.equal((await answer(page).innerText()).match(/Line 1 of/g).length, 1);
    await page.getByRole("button", { name: "Stop" }).click();
    await answered(page);
  }));

test("keeps an answer that goes on while another conversation is open", () =>
  onPage(async (page) => {
    await ask(page, "an endless answer");
    await answer(page).getByText("Line 2").waitFor();
    await page.getByRole("button", { name: "New conversation" }).click();
    await ask(page, "Who owes me money?");
    await answered(page);
    await page.goBack();
    await page.goBack();
    await answer(page).getByText("Line 9 of").waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await answered(page);
  }));

test("says that the connection is lost, and goes on where it was", () =>
  onPage(async (page) => {
    await ask(page, "a lost connection");
    await page.locator(".waiting.lost").waitFor();
    await picture(page, "lost");
    await answered(page);
    assert.match(await answer(page).innerText(), /^Before the loss and after it \$6,200\.00/);
  }));

for (const [word, state, words] of [
  ["fail", "failed", "The model refused the key. Set a new one and ask again."],
  ["limit", "limited", "Ask about a smaller part"],
  ["interrupt", "interrupted", "ask it again"],
]) {
  test(`says in plain words that an answer was ${state}, and what to do, also after a reload`, () =>
    onPage(async (page) => {
      await ask(page, `please ${word}`);
      await page.locator(`.outcome.${state}`).getByText(words).waitFor();
      await assertContrast(page);
      await picture(page, state);
      await page.reload();
      await page.locator(`.outcome.${state}`).getByText(words).waitFor();
      await page.getByRole("button", { name: "Ask again" }).click();
      await page.getByText("1 earlier version").waitFor();
      assert.equal(await page.locator(".turn").count(), 1);
    }));
}

test("keeps what was typed when it cannot be sent, and sends it once in the end", () =>
  onPage(async (page) => {
    await page.context().setOffline(true);
    await ask(page, "Who owes me money?");
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    assert.equal(await input(page).inputValue(), "Who owes me money?");
    await picture(page, "not-sent");
    await page.context().setOffline(false);
    pretend.state.faults.push({
      route: "POST conversations/:id/messages",
      status: 401,
      problem: { code: "signed_out", message: "Sign in again." },
    });
    await input(page).press("Enter");
    await page.getByRole("alert").getByText("Sign in again.").waitFor();
    await page.reload();
    assert.equal(await input(page).inputValue(), "Who owes me money?");
    const loseReply = async (route) => {
      await route.fetch();
      await route.abort();
    };
    await page.route("**/messages", loseReply, { times: 1 });
    await input(page).press("Enter");
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    await input(page).press("Enter");
    await answered(page);
    assert.equal(await input(page).inputValue(), "");
    assert.equal(await page.locator(".turn").count(), 1);
  }));

test("shows the run that another window started, and keeps what was typed here", () =>
  onPage(async (page) => {
    await ask(page, "Who owes me money?");
    await answered(page);
    const [conversation] = pretend.state.conversations;
    await fetch(`${pretend.url}api/conversations/${conversation.id}/messages`, {
      method: "POST",
      body: JSON.stringify({ id: crypto.randomUUID(), text: "an endless answer" }),
    });
    await ask(page, "And who else?");
    await page.getByRole("alert").getByText("still answering").waitFor();
    await answer(page).getByText("Line 1 of").waitFor();
    assert.equal(await input(page).inputValue(), "And who else?");
    await page.getByRole("button", { name: "Stop" }).click();
    await answered(page);
  }));

test("leaves a reader who scrolled up in peace", () =>
  onPage(
    async (page) => {
      await ask(page, "an endless answer");
      const scroller = page.locator(".scroller");
      await eventually(() => scroller.evaluate((each) => each.scrollTop > 300), "the end followed");
      await scroller.evaluate((each) => each.scrollTo(0, 40));
      await page.getByRole("button", { name: "To the latest" }).waitFor();
      const height = await scroller.evaluate((each) => each.scrollHeight);
      await eventually(() => scroller.evaluate((each, was) => each.scrollHeight > was, height), "more lines");
      assert.equal(await scroller.evaluate((each) => each.scrollTop), 40);
      await assertFits(page);
      await picture(page, "320-scrolled-up");
      await page.getByRole("button", { name: "To the latest" }).click();
      await eventually(
        () => scroller.evaluate((each) => each.scrollHeight - each.scrollTop - each.clientHeight < 64),
        "the end followed again",
      );
      await page.getByRole("button", { name: "Stop" }).click();
      await answered(page);
    },
    { viewport: PHONE },
  ));

test("says what has to be set, until it is", () =>
  onPage(
    async (page) => {
      pretend.state.missing = ["Set PIP_MODEL_KEY to your model’s key.", "Connect an organisation in Xero."];
      await page.reload();
      await page.getByText("Before Pip can answer:").waitFor();
      await assertFits(page);
      await assertContrast(page);
      await picture(page, "320-missing");
      pretend.state.missing = [];
      await page.getByText("Before Pip can answer:").waitFor({ state: "detached" });
    },
    { viewport: PHONE },
  ));

test("tells a screen reader whole lines, with what is not verified, and takes them away again", () =>
  onPage(async (page) => {
    const log = page.getByRole("log");
    await ask(page, "Who owes me money?");
    await log.getByText("Customers owe you $9,380.50 as of today").waitFor();
    await answered(page);
    await log.getByText("18% (not verified)").waitFor();
    await eventually(async () => (await log.textContent()) === "", "an empty log");
  }));

test("closes the drawer by Escape and gives the focus back", () =>
  onPage(
    async (page) => {
      const opener = page.getByRole("button", { name: "Conversations" });
      await opener.click();
      await page.locator("dialog[open]").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" });
      assert.ok(await opener.evaluate((each) => each === document.activeElement));
    },
    { viewport: PHONE },
  ));
