// Shown inside another site: tells that site how it goes, if the host has named it in `site.json`, and offers the person a
// window of its own. docs/embedding.md explains the messages. `WORDS` are those of
// `content/*/interface/embedded.properties`, by language, and `bundler/src/scripts.rs` fills in what else is in capitals.

// What each message says of itself. Another number means that one who knows this one might misread it.
const about = { source: "stage-zero", interface: 1 };

// Origins to which messages go. A browser gives a message to a window of that very origin only, so whoever else frames
// the page gets none.
let parents = [];

const tell = (type, facts) => {
  for (const origin of parents) parent.postMessage({ ...about, type, ...facts }, origin);
};

// The last of each kind, so that nothing is told twice, and all of it to one who asks.
const last = {};

const tellChanged = (type, facts) => {
  if (JSON.stringify(last[type]) === JSON.stringify(facts)) return;
  last[type] = facts;
  tell(type, facts);
};

const tellAll = () => {
  tell("ready", { site: VERSION });
  for (const type in last) tell(type, last[type]);
};

/** Whether a text is an origin as browsers write it: not a star, not an address with a path. */
const isOrigin = (text) => {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
};

const readParents = () => {
  const named = (window.stageZeroHost?.parents ?? []).filter(isOrigin);
  // Where the browser says who frames the page, nobody else need be tried: each try is a line in the console.
  const [framing] = location.ancestorOrigins ?? [];
  parents = named.filter((origin) => !framing || origin === framing);
  if (parents.length) tellAll();
};

// The only thing that is listened to: a parent that came later than 'ready' asks for all of it.
const hear = ({ data, origin, source }) => {
  if (source !== parent || !parents.includes(origin) || data?.source !== about.source || data.type !== "hello") return;
  parents = [origin];
  tellAll();
};

/** The percentage of the requirements that are answered, as the page counts them; 100 only when all are. */
const percent = () => {
  const answered = document.querySelector("[data-testid=answered-count]")?.textContent ?? 0;
  return Math.floor((answered * 100) / REQUIREMENTS);
};

/** What the program has drawn, as soon as it has. */
const drawn = () =>
  new Promise((resolve) => {
    const look = () => {
      const menu = document.getElementById("menu");
      if (!menu) return;
      watcher.disconnect();
      resolve(menu);
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { childList: true, subtree: true });
    look();
  });

// The parent may make the frame as high as the page, which must not grow with the frame then.
const look = `
  main { min-height: 0 }
  .framed { padding-block: var(--space-3) }
`;

const offerWindow = () => {
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  const link = Object.assign(document.createElement("a"), { target: "_blank", rel: "noopener", textContent: words.open });
  link.dataset.testid = "own-window";
  const follow = () => (link.href = location.href);
  follow();
  addEventListener("hashchange", follow);
  const note = Object.assign(document.createElement("aside"), { className: "bottom framed" });
  note.append(words.note, " ", link);
  document.body.append(note);
};

// Another site's page belongs into a window of its own, not into this frame, where it might refuse to be shown.
const keepTheFrame = ({ target }) => {
  const link = target.closest?.("a[href^=http]");
  if (link && link.origin !== location.origin) link.target = "_blank";
};

export default async function embed() {
  const menu = await drawn();
  const style = new CSSStyleSheet();
  style.replaceSync(look);
  document.adoptedStyleSheets.push(style);
  offerWindow();
  addEventListener("click", keepTheFrame, true);
  addEventListener("message", hear);
  addEventListener("stage-zero-exported", ({ detail }) => tell("exported", { format: detail }));
  const tellHeight = () => tellChanged("height", { height: Math.ceil(document.body.getBoundingClientRect().height) });
  const tellProgress = () => tellChanged("progress", { percent: percent() });
  new ResizeObserver(tellHeight).observe(document.body);
  new MutationObserver(tellProgress).observe(menu, { childList: true, characterData: true, subtree: true });
  tellHeight();
  tellProgress();
  addEventListener("stage-zero-host", readParents);
  readParents();
}
