// Has the browser keep the site, so that it works without a network, and tells the page when a new version is ready.
const workers = navigator.serviceWorker;

// Where a page says that it trusts no address made from text, the worker's must come from a policy.
const policy = window.trustedTypes?.createPolicy("stage-zero-offline", { createScriptURL: () => "./service.js" });

export default async function offline() {
  const tell = () => dispatchEvent(new Event("stage-zero-update"));
  let controlled = workers.controller;
  let wanted = false;
  workers.addEventListener("controllerchange", () => {
    // The first worker changes nothing: it has the very files that the page was made of.
    if (controlled && (wanted || document.hidden)) location.reload();
    else if (controlled) tell();
    controlled = workers.controller;
  });
  const registration = await workers.register(policy ? policy.createScriptURL("") : "./service.js", {
    updateViaCache: "none",
  });
  addEventListener("stage-zero-take-update", () => {
    wanted = true;
    if (registration.waiting) registration.waiting.postMessage("take-over");
    else location.reload();
  });
  const follow = (worker) =>
    worker?.addEventListener("statechange", () => worker.state === "installed" && workers.controller && tell());
  registration.addEventListener("updatefound", () => follow(registration.installing));
  follow(registration.installing);
  if (registration.waiting && workers.controller) tell();
  // A page that stays open for days asks for a new version now and then.
  setInterval(() => registration.update().catch(() => {}), 3_600_000);
}
