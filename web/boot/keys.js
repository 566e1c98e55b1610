// Keys, before any program needs to know of them: each presses what a person could click.
// A key without Ctrl does something only while the focus is in a question, and not in a field of it (WCAG 2.1.4).
let opening;

/** Opens the palette, which belongs to the second program: it hears the event, or finds the mark once it has started. */
const find = () => {
  window.stageZeroFind = true;
  dispatchEvent(new Event("stage-zero-find"));
  opening ??= window.stageZeroMore().catch(() => (opening = undefined));
};

const onKey = (event) => {
  const { target } = event;
  const key = event.key.toLowerCase();
  if (event.altKey || event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return key === "k" && !event.shiftKey && (find(), true);
  const item = target.closest(".item");
  if (!item || target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return false;
  if (key === "?") return find(), true;
  const level = key >= "1" && key <= "5" && item.querySelectorAll("[data-field=level]")[key - 1];
  if (level) return level.click(), level.focus(), true;
  const way = { j: 1, k: -1 }[key];
  if (!way) return false;
  const items = [...document.querySelectorAll(".item")];
  const next = items[items.indexOf(item) + way] ?? document.querySelector(way > 0 ? ".onward .next" : "h1");
  next?.focus();
  next?.scrollIntoView();
  return true;
};

addEventListener("keydown", (event) => onKey(event) && event.preventDefault());
addEventListener("click", ({ target }) => target.closest("[data-find]") && find());
