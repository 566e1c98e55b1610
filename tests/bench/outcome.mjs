// What the full outcome of a fully answered assessment costs in Chromium: loads the page that `cargo xtask bench` made
// of core/examples/outcome_in_browser.rs, and prints what it says as a table.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [tools, browserPath, page] = process.argv.slice(2);
// Lighthouse brings it along.
const lighthouse = createRequire(`${tools}/`).resolve("lighthouse");
const { default: puppeteer } = await import(pathToFileURL(createRequire(lighthouse).resolve("puppeteer-core")));

const browser = await puppeteer.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu"] });
const tab = await browser.newPage();
const lines = [];
const done = new Promise((resolve) => {
  tab.on("console", (message) => {
    const [name, times, median, slowest] = message.text().split(" ");
    if (name !== "outcome") return;
    if (times === "done") resolve();
    else lines.push(`| ${times} × | ${median} | ${slowest} |`);
  });
});
await tab.goto(page);
await done;
console.log(`
## The full outcome in the browser
Readiness, findings, contradictions and verdicts of a fully answered assessment (\`Outcome::new\`), in ${await browser.version()};
natively: \`cargo bench -p readiness\`.

| catalogue | median (ms) | slowest of 25 (ms) |
|---|---:|---:|
${lines.join("\n")}
`);
await browser.close();
