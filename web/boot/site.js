// Starts the first program, and the second one when it is wanted. Everything is loaded with its integrity checked.
// `xtask/src/finish/` puts this and the first program's script into one file, and fills in what is written in capitals.
import init from "./stage-zero.js";
import "./keys-boot.js";
import { whenStopped } from "./stopped-boot.js";

const fetched = ([address, integrity]) => fetch(address, { integrity });

const linked = (rel, [href, integrity]) =>
  new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("link"), { rel, href, integrity, onload, onerror }));
  });

// A module that was preloaded with its integrity is the one that `import` takes.
const imported = async (file) => {
  await linked("modulepreload", file);
  return import(file[0]);
};

// Where a host still sends the policy of an older version, the page's own style is refused: then the same as a file.
if (!document.styleSheets.length) linked("stylesheet", STYLE);

const loadMore = async () => {
  const [program, script] = await Promise.all([fetched(MORE_PROGRAM), imported(MORE_SCRIPT), linked("stylesheet", MORE_STYLE)]);
  await script.default({ module_or_path: program });
};

// Once; again only after a failure.
let more;
window.stageZeroMore = () => (more ??= loadMore().catch((error) => { more = undefined; throw error; }));

whenStopped(() => imported(RECOVERY).then((script) => script.default()));

// Who hosts the site: `site.json` beside the page. Where it says nothing, it costs no more than asking; where it can't be
// had or read, the site is the standard one. No name is shown before it is known whose.
const readHost = async () => {
  const answer = await fetch("./site.json", { cache: "no-cache", signal: AbortSignal.timeout(4000) });
  const text = answer.ok ? await answer.text() : "";
  const says = /[^\s{}]/.test(text.replace(/"\$schema"\s*:\s*"[^"]*"/, ""));
  if (says) await (await imported(HOST)).default(text);
  else document.querySelector(".top [hidden]").hidden = false;
};
const host = readHost().catch(console.warn);
const program = fetched(PROGRAM);

await init({ module_or_path: host.then(() => program) });

// Shown inside another site: see docs/embedding.md.
if (parent !== window) imported(EMBED).then((script) => script.default());

// When the page has what it needs: what makes it work without a network. A browser that refuses does no harm. Not where
// the person has just removed everything.
const keepTheSite = () => imported(OFFLINE).then((script) => script.default()).catch(console.warn);
if (navigator.serviceWorker && history.state !== "removed") setTimeout(keepTheSite, 2000);
