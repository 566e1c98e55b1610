// Has the browser keep the site, so that it works without a network, and tells the page when a new version is ready.
import { hasBegun } from "./begun-boot.js";

const workers = navigator.serviceWorker;

// Where a page says that it trusts no address made from text, the worker's must come from a policy.
const policy = window.trustedTypes?.createPolicy("stage-zero-offline", { createScriptURL: () => "./service.js" });

// A file that the system opens with the installed site goes the way of a file that somebody chooses.
const bringIn = async (file) => {
  location.hash = "#/assessments";
  const chosen = new DataTransfer();
  chosen.items.add(file);
  for (let tries = 0; tries < 100; tries += 1) {
    const field = document.querySelector("[data-testid=open-file]");
    if (field) {
      field.files = chosen.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const notes = `stage-zero-beside ${new URL("./", location).pathname}`;

/** Notes, beside what the host has put there, which language is spoken, and that there is work to make files of: what they
 * need is kept too. Whether something of it is new. */
const note = async () => {
  const cache = await caches.open(notes);
  let isNew = false;
  for (const name of [`spoken/${document.documentElement.lang}`, hasBegun() && "begun"].filter(Boolean)) {
    const address = new URL(`./${name}`, location).href;
    if (await cache.match(address)) continue;
    await cache.put(address, new Response());
    isNew = true;
  }
  return isNew;
};
const tellOf = async (isNew) => isNew && (await workers.ready).active.postMessage("spoken");

const tellIfGone = async () => {
  const { status } = await fetch("./service.js", { method: "HEAD", cache: "no-store" }).catch(() => ({}));
  if (status === 404 || status === 410) dispatchEvent(new Event("stage-zero-gone"));
};

export default async function offline() {
  const tell = () => dispatchEvent(new Event("stage-zero-update"));
  let controlled = workers.controller;
  let wanted = false;
  workers.addEventListener("controllerchange", () => {
    // The first worker changes nothing: it has the very files that the page was made of.
    if (controlled && (wanted || document.hidden)) window.stageZeroSettled().then(() => location.reload());
    else if (controlled) tell();
    controlled = workers.controller;
  });
  tellOf(await note());
  // Where everything was removed there are none, and none come back.
  const noteMore = async () => (await caches.has(notes)) && tellOf(await note());
  addEventListener("hashchange", () => noteMore().catch(console.warn));
  const registration = await workers.register(policy ? policy.createScriptURL("") : "./service.js", {
    updateViaCache: "none",
  });
  addEventListener("stage-zero-take-update", () => {
    wanted = true;
    if (registration.waiting) registration.waiting.postMessage("take-over");
    else window.stageZeroSettled().then(() => location.reload());
  });
  const follow = (worker) =>
    worker?.addEventListener("statechange", () => worker.state === "installed" && workers.controller && tell());
  registration.addEventListener("updatefound", () => follow(registration.installing));
  follow(registration.installing);
  if (registration.waiting && workers.controller) tell();
  window.launchQueue?.setConsumer(({ files: [handle] }) => handle?.getFile().then(bringIn));
  // A page that stays open for days asks for a new version now and then. A host that has none any more took the site away.
  const ask = () => registration.update().catch(tellIfGone);
  ask();
  setInterval(ask, 3_600_000);
}
