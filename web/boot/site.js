// Starts the program. Everything is loaded with its integrity checked.
// `bundler/src/scripts.rs` puts this and the program's script into one file, and fills in what is written in capitals.
import init from "./start-boot.js";
import "./dates-boot.js";
import "./keys-boot.js";
import { hasBegun } from "./begun-boot.js";
import { isLeft } from "./leaving-boot.js";
import { ahead, compiled } from "./parts-boot.js";
import { pressed } from "./pressed-boot.js";
import { whenStopped } from "./stopped-boot.js";

// Whether the person, or a slow connection, asks for no more than what is opened: then nothing is loaded ahead.
const { saveData, effectiveType } = navigator.connection ?? {};
window.stageZeroSaves = saveData || /2g$/.test(effectiveType);

const fetched = ([address, integrity]) => fetch(address, { integrity });

const linked = (rel, [href, integrity]) =>
  new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("link"), { rel, href, integrity, onload, onerror }));
  });

// A module that was preloaded with its integrity is the one that `import` takes. A browser that knows no such link would
// never say that it is there, and WebKit knows it without looking at the integrity: there the same bytes are fetched first.
const preloads = document.createElement("link").relList.supports("modulepreload") && !/^Apple/.test(navigator.vendor);
const imported = async (file) => {
  await (preloads ? linked("modulepreload", file) : fetched(file));
  return import(file[0]);
};

// Where a host still sends the policy of an older version, the page's own style is refused: then the same as a file.
if (!document.styleSheets.length) linked("stylesheet", STYLE);

// What only later pages need beside their part of the program; where that has no parts, all of it is there at once.
window.stageZeroStyle = () => linked("stylesheet", LATER_STYLE);
if (!IN_PARTS) window.stageZeroStyle();

// Where a page says that it trusts no address made from text, a worker's must come from a policy: this one has two.
const workers = { worker: WORKER_SCRIPT, rare: RARE_SCRIPT };
const policy = window.trustedTypes?.createPolicy("stage-zero", { createScriptURL: (name) => workers[name] });
window.stageZeroWorker = (name) =>
  new Worker(policy ? policy.createScriptURL(name) : workers[name], { type: "module" });

whenStopped(() => imported(RECOVERY).then((script) => script.default()));

// Who hosts the site: `site.json` beside the page. Where it says nothing, it costs no more than asking; where it can't be
// had or read, the site is the standard one. No name is shown before it is known whose.
const readHost = async () => {
  const answer = await fetch("./site.json", { cache: "no-cache", signal: AbortSignal.timeout?.(4000) });
  const text = answer.ok ? await answer.text() : "";
  const says = /[^\s{}]/.test(text.replace(/"\$schema"\s*:\s*"[^"]*"/, ""));
  if (says) await (await imported(HOST)).default(text);
  else document.querySelector(".top [hidden]").hidden = false;
};
const host = readHost().catch(console.warn);
const program = fetched(PROGRAM);

// What the first answer needs comes once the first view is there; at once where it is sure to be wanted: by whom has worked
// here before, opens another page, or presses the button. Where data are saved, it waits for that.
const isSure = hasBegun() || location.hash.length > 2;
if (IN_PARTS) Promise.race([isSure || pressed, window.stageZeroSaves ? pressed : program]).then(ahead, () => {});

// What a page could not store as it went comes first, here and in pages that are open meanwhile.
const takeIn = async () => isLeft() && (await imported(LEFT)).default();
const taken = takeIn().catch(console.warn);
addEventListener("storage", () => takeIn().catch(console.warn));

// A program that can't be had, or that the browser does not run, says so without itself.
const module_or_path = Promise.all([program.then(compiled), host, taken]).then(([module]) => module);
await init({ module_or_path }).catch(async (error) => {
  (await imported(UNABLE)).default(error);
  throw error;
});

// Shown inside another site: see docs/embedding.md.
if (parent !== window) imported(EMBED).then((script) => script.default());

// When the page has what it needs: what makes it work without a network. A browser that refuses does no harm. Not where
// the person has just removed everything, nor to begin with where data are saved, since all of it is loaded then.
const keepTheSite = () => imported(OFFLINE).then((script) => script.default()).catch(console.warn);
const service = navigator.serviceWorker;
if (service && (service.controller || !window.stageZeroSaves) && history.state !== "removed") setTimeout(keepTheSite, 2000);
