// Lighthouse on the start page and on a sub-clause with an open assessment, as a desktop and as a phone.
// Called by `cargo xtask test` with the address of the site and the browser; lighthouse lies in the tools' npm folder.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [tools, browserPath, site] = process.argv.slice(2);
const require = createRequire(`${tools}/`);
const lighthouseFile = require.resolve("lighthouse");
const { default: lighthouse, desktopConfig } = await import(pathToFileURL(lighthouseFile));
// Lighthouse brings it along.
const puppeteerFile = createRequire(lighthouseFile).resolve("puppeteer-core");
const { default: puppeteer } = await import(pathToFileURL(puppeteerFile));

// Performance is measured on a machine that does other things too, so it is told and does not fail the check.
const GATED = ["accessibility", "best-practices", "seo"];

const browser = await puppeteer.launch({
  executablePath: browserPath,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const page = await browser.newPage();
await page.goto(site);
await (await page.waitForSelector("[data-testid=start]")).click();
await page.waitForFunction("['#/quick', '#/organisation'].includes(location.hash)");
await page.waitForSelector("[data-testid=save-state][data-state=saved]");

const problems = [];
for (const [form, config] of [["desktop", desktopConfig], ["phone", undefined]]) {
  for (const place of ["#/", "#/clauses/4.1"]) {
    await page.goto("about:blank");
    const flags = { disableStorageReset: true, logLevel: "error" };
    const { lhr } = await lighthouse(site + place, flags, config, page);
    const scores = Object.values(lhr.categories).map((it) => `${it.id} ${Math.round(it.score * 100)}`);
    const metric = (id) => lhr.audits[id].displayValue;
    console.log(`${form.padEnd(8)}${place.padEnd(15)}${scores.join(", ")}`);
    console.log(`        first paint ${metric("first-contentful-paint")}, largest ${metric("largest-contentful-paint")}, `
      + `blocked ${metric("total-blocking-time")}, shift ${metric("cumulative-layout-shift")}`);
    for (const category of GATED.map((id) => lhr.categories[id]).filter((it) => it.score < 1)) {
      const failed = category.auditRefs.filter((it) => it.weight > 0 && (lhr.audits[it.id].score ?? 1) < 1);
      for (const { id } of failed) {
        const items = lhr.audits[id].details?.items ?? [];
        const what = items.slice(0, 3).map((it) => it.node?.snippet ?? it.description ?? it.url ?? JSON.stringify(it));
        problems.push(`${form} ${place}: ${category.title}: ${lhr.audits[id].title}: ${what.join("; ").slice(0, 300)}`);
      }
    }
  }
}
await browser.close();
problems.forEach((problem) => console.error(problem));
process.exit(problems.length ? 1 : 0);
