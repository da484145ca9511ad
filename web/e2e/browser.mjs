/** The browser under the tests, and what is asked of a page in it. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const PHONE = { width: 320, height: 640 };
export const DESK = { width: 1280, height: 800 };

export function launch() {
  return chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

function findChromium() {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      if (existsSync(join(folder, name))) {
        return join(folder, name);
      }
    }
  }
  throw new Error("No Chromium found. Install it (apt-get install chromium) or point CHROMIUM at it.");
}

/**
 * Opens the page in a fresh profile and runs the test with it. A script error, a refused resource or a request to
 * another host fails the test; the last not where the page leads elsewhere.
 */
export async function withPage(
  browser,
  { url, viewport = DESK, colorScheme = "light", hasTouch = false, leadsElsewhere = false },
  test,
) {
  const context = await browser.newContext({ viewport, colorScheme, hasTouch, locale: "en-AU", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) {
      wrong.push(message.text());
    }
  });
  page.on("request", (request) => {
    if (!leadsElsewhere && new URL(request.url()).origin !== new URL(url).origin) {
      wrong.push(`asked ${request.url()}`);
    }
  });
  try {
    await page.goto(url);
    await test(page);
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

export const input = (page) => page.getByRole("textbox", { name: "Your question" });
export const answer = (page) => page.locator(".answer").last();
export const popover = (page) => page.locator(".popover");

export async function ask(page, question) {
  await input(page).fill(question);
  await input(page).press("Enter");
}

export const answered = (page) => page.locator('.answer[aria-busy="false"]').last().waitFor();

/** Polls until the condition holds. */
export async function eventually(condition, what, millis = 10_000) {
  const end = Date.now() + millis;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Saves a picture when PIP_SCREENSHOTS names a directory. */
export async function picture(page, name) {
  const folder = process.env.PIP_SCREENSHOTS;
  if (folder) {
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }
}

/** No sideways scrolling, and everything open lies within the window. */
export async function assertFits(page) {
  const { scroll, width, height, box } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
    height: document.documentElement.clientHeight,
    box: document.querySelector(".popover")?.getBoundingClientRect().toJSON() ?? null,
  }));
  assert.ok(scroll <= width, `${scroll} px wide in a window of ${width} px`);
  if (box !== null) {
    assert.ok(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height, JSON.stringify(box));
  }
}

/** What axe-core finds wrong for people who use other means than eyes and a mouse: nothing. */
export async function assertAccessible(page) {
  // As the debugger's, the script is no affair of the page's own policy.
  await page.evaluate(`${axe}; undefined`);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(
    violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.target.join(" ")) })),
    [],
  );
}

/** Every text in sight has the contrast that WCAG 2.2 AA asks of body text. */
export async function assertContrast(page) {
  const poor = await page.evaluate(() => {
    const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
    const luminance = ([red, green, blue]) => {
      const linear = [red, green, blue].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    };
    const backgroundOf = (element) => {
      for (let at = element; at !== null; at = at.parentElement) {
        const colour = channels(getComputedStyle(at).backgroundColor);
        if (colour.length === 3 || colour[3] > 0) {
          return colour;
        }
      }
      return [255, 255, 255];
    };
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() === "" || element.closest(".unseen, noscript, script, :disabled")) {
        continue;
      }
      const [light, dark] = [channels(getComputedStyle(element).color), backgroundOf(element)]
        .map(luminance)
        .sort((one, other) => other - one);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) {
        found.push(`${ratio.toFixed(2)}: ${walker.currentNode.data}`);
      }
    }
    return found;
  });
  assert.deepEqual(poor, []);
}
