// Starts the first program, and the second one when it is wanted. Everything is loaded with its integrity checked.
// `xtask/src/finish/` puts this and the first program's script into one file, and fills in what is written in capitals.
import init from "./stage-zero.js";
import "./keys-boot.js";
import { whenStopped } from "./stopped-boot.js";

const fetched = ([address, integrity]) => fetch(address, { integrity });

// A module that was preloaded with its integrity is the one that `import` takes.
const imported = ([address, integrity]) =>
  new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href: address, integrity });
    link.onload = () => resolve(import(address));
    link.onerror = reject;
    document.head.append(link);
  });

const loadMore = async () => {
  const [program, script] = await Promise.all([fetched(MORE_PROGRAM), imported(MORE_SCRIPT)]);
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

// When the page has what it needs: what makes it work without a network. A browser that refuses does no harm.
const keepTheSite = () => imported(OFFLINE).then((script) => script.default()).catch(console.warn);
if (navigator.serviceWorker) setTimeout(keepTheSite, 2000);
