// Makes the site work without a network. A version is a list of files with their hashes, kept in a cache of its own: a
// page never gets files of two versions. A new version waits until the person takes it, or until no page is open.
// `xtask/src/publish/offline.rs` fills in what is written in capitals.
const version = "stage-zero-" + VERSION;
// [path, integrity]; a host may change files without one.
const files = FILES;
// What a host has put beside the site, as it was when it was last seen.
const beside = "stage-zero-beside";

const address = (path) => new URL(path, registration.scope).href;

// What an older version has under a name that holds a hash need not be loaded again.
const kept = (url) => (/-[0-9a-f]{8,}(_bg)?\.\w+$/.test(url) ? caches.match(url, { ignoreVary: true }) : undefined);

const load = async (cache, [path, integrity]) => {
  const url = address(path);
  const response = (await kept(url)) ?? (await fetch(url, { integrity, cache: "no-cache" }));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(url, response);
};

const loadAll = async () => {
  const isNew = !(await caches.has(version));
  const cache = await caches.open(version);
  const waiting = [...files];
  const loadNext = async () => {
    for (let file; (file = waiting.shift()); ) await load(cache, file);
  };
  try {
    await Promise.all([1, 2, 3, 4].map(loadNext));
  } catch (error) {
    // All of a version or nothing of it.
    if (isNew) await caches.delete(version);
    throw error;
  }
};

const removeOlder = async () => {
  const older = (name) => name.startsWith("stage-zero-") && name !== version && name !== beside;
  await Promise.all((await caches.keys()).filter(older).map((name) => caches.delete(name)));
};

const fromBeside = async (request) => {
  const cache = await caches.open(beside);
  const kept = await cache.match(request, { ignoreVary: true });
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(request, response.clone());
    else await cache.delete(request, { ignoreVary: true });
    return response;
  });
  if (!kept) return fresh;
  const answers = [fresh.catch(() => kept)];
  // The page waits for this one before it shows anything, so a slow network must not hold it up.
  if (request.url === address("site.json")) answers.push(new Promise((resolve) => setTimeout(resolve, 400, kept)));
  return Promise.race(answers);
};

// So that the host's name and logo are there without a network after one visit.
const loadBeside = async () => {
  const { logo } = await (await fromBeside(new Request(address("site.json")))).json();
  if (logo) await fromBeside(new Request(address(logo)));
};

const answer = async (request) => {
  const { origin, pathname } = new URL(request.url);
  // `folder/`, `folder/index.html` and `folder/?lang=de` are the same page.
  const path = pathname.endsWith("/") ? pathname + "index.html" : pathname;
  const cache = await caches.open(version);
  return (await cache.match(origin + path, { ignoreVary: true })) ?? fromBeside(request);
};

self.addEventListener("install", (event) => event.waitUntil(loadAll().then(() => loadBeside().catch(() => {}))));
self.addEventListener("activate", (event) => event.waitUntil(removeOlder().then(() => self.clients.claim())));
self.addEventListener("message", (event) => event.data === "take-over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { method, url, destination } = event.request;
  if (method !== "GET" || !url.startsWith(registration.scope)) return;
  // Who may show the site in a frame is said by the host's headers as they are now, not as they were kept.
  const kept = () => answer(event.request);
  event.respondWith(destination === "iframe" ? fetch(event.request).catch(kept) : kept());
});
