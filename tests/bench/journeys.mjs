// What a first journey loads, counted in Chromium: all bytes with headers, and requests, until 0.7 s without one, as the
// peers' harness counts. Without a service worker, which loads in its own time. With `--times` also how long it takes, with
// `--first-view` the first leg alone. `--stay` and `--save-data` count nothing but leave it to the server: who only looks,
// until the browser has kept the site; and who asks for no more than what is opened.
// Called by `cargo xtask size` and `cargo xtask bench`: the tools' npm folder, the browser, then NAME=ADDRESS for each site.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [tools, browserPath, ...rest] = process.argv.slice(2);
const timed = rest.includes("--times");
const firstView = rest.includes("--first-view");
const sites = rest.filter((it) => it.includes("=")).map((it) => it.split(/=(.*)/));
// Lighthouse brings it along.
const lighthouse = createRequire(`${tools}/`).resolve("lighthouse");
const { default: puppeteer } = await import(pathToFileURL(createRequire(lighthouse).resolve("puppeteer-core")));

const by = (id) => `[data-testid="${id}"]`;
const QUIET = 700;
const ROUNDS = 7;
const SLOW = { cpu: 4, latency: 150, rate: (1.6 * 1024 * 1024) / 8 };

const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});

// As browsers say it whose person saves data: then nothing is loaded ahead.
const SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";

/** A visitor who was never here: a page with an empty cache, and what it has loaded. */
const visitor = async ({ slow, savesData } = {}) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setBypassServiceWorker(true);
  // What keeps the site for later is no part of a journey.
  await page.evaluateOnNewDocument("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })");
  if (savesData) await page.evaluateOnNewDocument(SAVES_DATA);
  const network = await page.createCDPSession();
  await network.send("Network.enable");
  const loaded = { bytes: 0, requests: 0, moment: performance.now() };
  network.on("Network.requestWillBeSent", () => (loaded.moment = performance.now()));
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    Object.assign(loaded, { bytes: loaded.bytes + encodedDataLength, requests: loaded.requests + 1, moment: performance.now() });
  });
  if (slow) {
    await network.send("Network.emulateNetworkConditions",
      { offline: false, latency: SLOW.latency, downloadThroughput: SLOW.rate, uploadThroughput: SLOW.rate });
    await network.send("Emulation.setCPUThrottlingRate", { rate: SLOW.cpu });
  }
  return { page, loaded, leave: () => context.close() };
};

const quiet = async (loaded) => {
  while (performance.now() - loaded.moment < QUIET) await new Promise((resolve) => setTimeout(resolve, 50));
};

const there = (page, selector) => page.waitForSelector(selector, { timeout: 60_000 });
const press = (page, selector) => there(page, selector).then(() => page.$eval(selector, (element) => element.click()));
// The first question of a new assessment; an earlier site began with facts.
const question = [by("quick-answer"), by("fact-employs_people-yes")].join();
const go = (page, view) => press(page, `${by("nav")}[data-view="${view}"]`);

/** What the first view loads: without what comes a second after it, however long that second is on a busy machine. */
const first = async (address) => {
  const { page, loaded, leave } = await visitor({ savesData: true });
  await page.goto(address);
  await there(page, by("start"));
  await quiet(loaded);
  await leave();
  return [loaded.bytes, loaded.requests];
};

/** A whole journey; gives what was loaded after each leg of it. */
const journey = async (address) => {
  const legs = { "first view": await first(address) };
  if (firstView) return legs;
  const { page, loaded, leave } = await visitor();
  const leg = async (name) => {
    await quiet(loaded);
    legs[name] = [loaded.bytes, loaded.requests];
  };
  await page.goto(address);
  await press(page, by("start"));
  await press(page, question);
  await page.waitForFunction(`document.querySelector('${by("undo")}')?.ariaDisabled === "false"`);
  await leg("first answer");
  await go(page, "results");
  await there(page, `main ${by("verdict-one")}, main h1[tabindex]`);
  await leg("results");
  await leave();
  return legs;
};

/** A visitor who looks at the first view and stays. */
const stay = async (address, savesData) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  if (savesData) await page.evaluateOnNewDocument(SAVES_DATA);
  await page.goto(address);
  await there(page, by("start"));
  if (savesData) await new Promise((resolve) => setTimeout(resolve, 8000));
  else await page.waitForFunction("navigator.serviceWorker.controller?.state === 'activated'", { timeout: 60_000 });
  await context.close();
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** How long it takes until the first question can be answered, where 'Start' is pressed as soon as it is seen. */
const hurry = async (address) => {
  const { page, leave } = await visitor({ slow: true });
  await page.evaluateOnNewDocument(`(() => {
    const look = () => {
      document.querySelector('${by("start-early")}, ${by("start")}')?.click();
      if (document.querySelector('${question}')) window.answerable ??= performance.now();
      if (!window.answerable) requestAnimationFrame(look);
    };
    look();
  })()`);
  await page.goto(address);
  await page.waitForFunction("window.answerable", { timeout: 60_000 });
  const time = await page.evaluate("window.answerable");
  await leave();
  return time;
};

/** How long each page takes that was open before, until it is there: the 95th percentile of all, in milliseconds. */
const way = async (address) => {
  const { page, leave } = await visitor();
  await page.goto(`${address}#/assessments`);
  await press(page, by("example-software-firm"));
  await page.waitForFunction("location.hash === '#/results'");
  const waits = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const view of ["organisation", "clauses", "documents", "controls", "risks", "results", "plan", "quote", "report"]) {
      const wait = await page.evaluate(`new Promise((resolve) => {
        const before = document.querySelector("main h1[tabindex]");
        const start = performance.now();
        document.querySelector('${by("nav")}[data-view="${view}"]').click();
        const look = () => {
          const heading = [...document.querySelectorAll("main h1[tabindex]")].find((it) => it !== before && it.checkVisibility());
          if (heading) resolve(performance.now() - start);
          else setTimeout(look);
        };
        setTimeout(look);
      })`);
      if (round) waits.push(wait);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await leave();
  return waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.95)];
};

const stays = rest.find((it) => ["--stay", "--save-data"].includes(it));
for (const [name, address] of sites) {
  if (stays) {
    await stay(address, stays === "--save-data");
    continue;
  }
  for (const [leg, [bytes, requests]] of Object.entries(await journey(address))) {
    console.log([name, leg, bytes, requests].join("\t"));
  }
}
if (timed) {
  const hurries = sites.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, [, address]] of sites.entries()) hurries[index].push(await hurry(address));
  }
  for (const [index, [name, address]] of sites.entries()) {
    console.log([name, "start at once", Math.round(median(hurries[index])), "ms"].join("\t"));
    console.log([name, "page to page", Math.round(await way(address)), "ms"].join("\t"));
  }
}
await browser.close();
