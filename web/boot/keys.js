// Keys, before any program needs to know of them: each presses what a person could click.
// A key without Ctrl does something only while the focus is in a question, and not in a field of it (WCAG 2.1.4).

/** Opens the palette, which belongs to a later part: it hears the event, or finds the mark once it is here. */
const find = () => {
  window.stageZeroFind = true;
  dispatchEvent(new Event("stage-zero-find"));
};

const onKey = (event) => {
  const { target } = event;
  const key = event.key.toLowerCase();
  if (event.altKey || event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return key === "k" && !event.shiftKey && (find(), true);
  const item = target.closest(".item");
  if (!item || target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return false;
  if (key === "?") return find(), true;
  // 0 is 'I don't know', the last of them.
  const level = key >= "0" && key <= "5" && item.querySelectorAll("[data-field=level]")[key === "0" ? 5 : key - 1];
  if (level) return level.click(), level.focus(), true;
  const way = { j: 1, k: -1 }[key];
  if (!way) return false;
  const items = [...document.querySelectorAll(".item")];
  // Where there is one question, it is another page.
  const to = item.closest(".one")?.querySelector(way > 0 ? ".onward .next" : ".onward .previous");
  if (to) return to.click(), true;
  const next = items[items.indexOf(item) + way] ?? document.querySelector(way > 0 ? ".onward .next" : "h1");
  next?.focus();
  next?.scrollIntoView();
  return true;
};

addEventListener("keydown", (event) => onKey(event) && event.preventDefault());
addEventListener("click", ({ target }) => target.closest("[data-find]") && find());

// Back brings back the place on a page, and what was open there. Each entry of the history has a number as its state.
history.scrollRestoration = "manual";
const been = new Map();
let at = history.state ?? performance.timeOrigin;
history.replaceState(at, "");

const seen = () => {
  const item = document.activeElement?.closest(".item");
  const open = [...document.querySelectorAll("main .item [aria-expanded=true][data-testid]")];
  const fold = (it) => [it.closest(".item").id, `[data-testid=${it.dataset.testid}]`];
  return { y: scrollY, id: item?.id, top: item?.getBoundingClientRect().top, folds: open.map(fold) };
};

const frame = () => new Promise(requestAnimationFrame);

/** Waits some frames at most until there is something. */
const comes = async (look) => {
  for (let frames = 30; frames-- && !look(); ) await frame();
  return look();
};
const named = (id) => comes(() => document.getElementById(id));

const back = async ({ y, id, top, folds }) => {
  for (const [name, fold] of folds) {
    const item = await named(name);
    // Far below the window it has its heading alone.
    item?.scrollIntoView();
    const button = await comes(() => item?.querySelector(fold));
    if (button?.getAttribute("aria-expanded") === "false") button.click();
  }
  const item = id && (await named(id));
  await frame();
  scrollTo(0, y);
  item?.focus();
  if (item) scrollBy(0, item.getBoundingClientRect().top - top);
};

addEventListener("hashchange", () => {
  been.set(at, seen());
  // A new entry has no state yet.
  const known = been.get(history.state);
  at = known ? history.state : performance.timeOrigin + been.size;
  if (known) setTimeout(() => back(known), 50);
  else history.replaceState(at, "");
});
