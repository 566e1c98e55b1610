// Our pages for the peers' harness: see the harness's README for what each entry means. Clause 6.2, which has the most requirements, and Annex A are
// measured with everything answered; the answers come from the file that $STAGE_ZERO_ANSWERED names, opened on the
// site's own page for files. (A first visit is measured with `first-visit.mjs`.)
import { readFileSync } from "node:fs";

const by = (id) => `[data-testid="${id}"]`;
const item = by("item");
const place = { clause: "#/clauses/6.2", controls: "#/controls" };

const controls = Object.keys(JSON.parse(readFileSync(process.env.STAGE_ZERO_ANSWERED, "utf8")).controls).length;

// All controls are listed with name and decision, and each that is in the window has everything. `whole.mjs` goes to the
// last one too, and waits until that has everything.
const opened = `(() => {
  const cards = document.querySelectorAll('.control');
  if (cards.length < ${controls}) return false;
  for (const card of cards) {
    if (card.getBoundingClientRect().top > innerHeight) return true;
    if (!card.querySelector('${by("answer")}')) return false;
  }
  return true;
})()`;

const until = async (page, condition) => {
  await page.waitForFunction(condition, undefined, { polling: 100, timeout: 180_000 });
};

export default {
  name: "stage-zero",
  entry: place.clause,
  item,
  answer: `${by("answer")} input`,
  note: by("note"),
  evidence: by("evidence"),
  open: by("note-open"),
  loaded: "!!document.querySelector('main h1[tabindex]')",
  answered: `Number(document.querySelector('${by("answered-count")}')?.textContent)`,
  clickView: "clause",
  heavyView: "controls",
  nav: (view) => `${by("nav")}[data-view="${view}"]`,
  heavyReady: opened,
  lastCard: `(() => {
    const cards = document.querySelectorAll('.control');
    const last = cards[cards.length - 1];
    last?.scrollIntoView();
    return cards.length >= ${controls} && !!last.querySelector('${by("answer")}');
  })()`,

  async fill({ page }) {
    await page.evaluate("location.hash = '#/assessments'");
    await page.setInputFiles("input[type=file]", process.env.STAGE_ZERO_ANSWERED);
    await until(page, `(${this.answered}) > 0`);
    await until(page, `document.querySelector('${by("save-state")}').dataset.state === 'saved'`);
    await page.evaluate(`location.hash = '${place.clause}'`);
    return page.evaluate(this.answered);
  },

  async show({ page }, view) {
    await page.evaluate(`location.hash = '${place[view]}'`);
    await until(page, `(() => {
      const items = [...document.querySelectorAll('${item}')];
      return items.length && items.every((it) => it.matches('.control') === ${view === "controls"});
    })()`);
    await page.evaluate("__bench.frames(3)");
  },
};
