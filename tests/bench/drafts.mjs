// What all drafts of a sample cost in the site's own worker, from its file to the bytes, in Chromium: each time in a
// worker of its own, as on the site. Takes the tools' folder, a browser, the address of a served site, and samples.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, browserPath, site, ...samples] = process.argv.slice(2);
const TIMES = 25;
// Lighthouse brings it along.
const lighthouse = createRequire(`${tools}/`).resolve("lighthouse");
const { default: puppeteer } = await import(pathToFileURL(createRequire(lighthouse).resolve("puppeteer-core")));

const browser = await puppeteer.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu"] });
const tab = await browser.newPage();
await tab.goto(site);
// The program holds no language: it gets the texts of one with its job, as from the site's own page.
const texts = await tab.evaluate(async () => {
  const kept = await (await fetch("service.js")).text();
  const packs = ["first-view", "questions", "results", "rest"].map((pack) => kept.match(`lang/en-${pack}-[0-9a-f]+.txt`)[0]);
  return Promise.all(["en", ...packs.map(async (pack) => (await fetch(pack)).text())]);
});
const once = (format, file) =>
  tab.evaluate(
    (format, file, texts) =>
      new Promise((done, failed) => {
        const worker = window.stageZeroWorker("rare");
        let start;
        worker.onerror = () => failed(new Error("the worker did not start"));
        worker.onmessage = ({ data: [what, ...rest] }) => {
          if (what === "ready") {
            start = performance.now();
            worker.postMessage(["draft", "en", format, "2026-11-24", "", file, texts]);
          } else if (what !== "progress") {
            worker.terminate();
            what === "made" ? done(performance.now() - start) : failed(new Error([what, ...rest].join(" ")));
          }
        };
      }),
    format,
    file,
    texts,
  );
const lines = [];
for (const sample of samples) {
  for (const format of ["docx", "md"]) {
    const file = readFileSync(sample, "utf8");
    const taken = [];
    for (let time = 0; time < TIMES; time += 1) taken.push(await once(format, file));
    taken.sort((one, other) => one - other);
    const [median, slowest] = [taken[TIMES >> 1], taken[TIMES - 1]].map((ms) => ms.toFixed(0));
    lines.push(`| ${basename(sample, ".json")} | ${format} | ${median} | ${slowest} |`);
  }
}
console.log(`## All drafts of a sample in the browser's worker
From the assessment's file to one ZIP file with all of them, in ${await browser.version()};
natively: \`cargo bench -p formats\`.

| sample | as | median (ms) | slowest of ${TIMES} (ms) |
|---|---|---:|---:|
${lines.join("\n")}
`);
await browser.close();
