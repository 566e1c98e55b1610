// Makes the site work without a network. A version is a list of files with their hashes, kept in a cache of its own: a
// page never gets files of two versions. A new version waits until the person takes it, or until no page is open.
// Nothing else is kept but `site.json` and the logo that it names, and all of that is looked at before: what a portal
// answers in the place of a host replaces nothing.
// `bundler/src/publish/offline.rs` fills in what is written in capitals.
const { scope } = registration;
// The folder is part of the caches' names: two copies of the site on one host know nothing of each other.
const here = ` ${new URL(scope).pathname}`;
const version = "stage-zero-" + VERSION + here;
// What a host has put beside the site, as it was when it was last seen.
const beside = "stage-zero-beside" + here;
// Each path with its integrity; a host may change the page itself.
const files = new Map(FILES);
const [start] = [...files.keys()].filter((path) => path.startsWith("start-"));

const address = (path) => new URL(path, scope).href;
// Unlike `caches.open` it makes no cache that is not there.
const found = (cacheName, url) => caches.match(url, { cacheName, ignoreVary: true });

/** Some of what the browser keeps for this copy of the site. Versions before the folder was part of the name held the page. */
const ours = async (which) => {
  const names = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith("stage-zero-") || !which(name)) continue;
    const holds = async () => (await found(name, address("index.html"))) ?? (await found(name, address("site.json")));
    const isOurs = name.includes(" ") ? name.endsWith(here) : await holds();
    if (isOurs) names.push(name);
  }
  return names;
};

// Browsers take no answer to a navigation that was redirected, as hosts do from `index.html` to its folder.
const own = ({ body, status, headers }) => new Response(body, { status, headers });
const mayKeep = (response) => response.ok && !/no-store/i.test(response.headers.get("cache-control"));

const hash = async (response) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return "sha256-" + btoa(String.fromCharCode(...bytes));
};

/** What an older version has of a file, if it is the very same. */
const kept = async (path, integrity) => {
  const response = await caches.match(address(path), { ignoreVary: true });
  return response && (await hash(response)) === integrity ? response : undefined;
};

const load = async (cache, [path, integrity]) => {
  const url = address(path);
  const response = (await kept(path, integrity)) ?? (await fetch(url, { integrity, cache: "no-cache" }));
  if (!mayKeep(response)) throw new Error(`${path}: ${response.status}`);
  // Another page than this version's has no business here, whatever it is.
  if (!integrity && !(await response.clone().text()).includes(start)) throw new Error(`${path} is another page`);
  await cache.put(url, response.redirected ? own(response) : response);
};

/** Whether a version of this copy has kept some of what only few want. */
const rareIsUsed = async () => {
  const paths = (await ours(() => true)).map(async (name) => (await caches.open(name)).keys());
  return (await Promise.all(paths)).flat().some(({ url }) => url.startsWith(address("rare-")));
};

/** Which files are wanted: of the languages only those that were spoken here; what makes files, once there is work to make
 * them of; what only few want, once it was used. A page of before told none of that. */
const wanted = async () => {
  const told = await (await caches.open(beside)).keys();
  const isUsed = await rareIsUsed();
  const spoken = told.map(({ url }) => url.split("/spoken/")[1]).filter(Boolean);
  const language = (path) => /^(?:lang|guidance)\/([a-z]+(?:-[A-Z]+)?)-/.exec(path)?.[1];
  const isWanted = (path) => {
    if (path.startsWith("rare-")) return isUsed;
    if (path.startsWith("worker-")) return told.some(({ url }) => url === address("begun"));
    return !language(path) || spoken.includes(language(path));
  };
  return ([path]) => !spoken.length || isWanted(path);
};

/** A file of this version that was not wanted before: it is kept from now on, unless everything was removed. */
const opened = async (path, request) => {
  const response = await fetch(request);
  const isOurs = mayKeep(response) && (await hash(response)) === files.get(path);
  if (isOurs && (await caches.has(version))) await (await caches.open(version)).put(address(path), response.clone());
  return response;
};

const loadAll = async () => {
  const isNew = !(await caches.has(version));
  const cache = await caches.open(version);
  const has = new Set((await cache.keys()).map(({ url }) => url));
  const waiting = [...files].filter(await wanted()).filter(([path]) => !has.has(address(path)));
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

const older = () => ours((name) => name !== version && name !== beside);

/** An older version may have kept a page that no browser takes: nobody can open it to ask for this one. */
const free = async () => {
  for (const name of await older()) {
    const page = await found(name, address("index.html"));
    if (page?.redirected) await skipWaiting();
  }
};

const removeOlder = async () => Promise.all((await older()).map((name) => caches.delete(name)));

const isImage = (response) => /^image\//.test(response.headers.get("content-type"));
const settings = (response) => response.clone().json();

/** What lies beside the site: as the host has it now, or as it was. */
const fromBeside = async (request, isRight) => {
  const kept = await found(beside, request.url);
  const fresh = fetch(request).then(async (response) => {
    // Who has removed everything wants nothing kept, though WebKit lets this worker live on for a while.
    if (!(await caches.has(version))) return response;
    const cache = await caches.open(beside);
    const { status } = response;
    if (status === 404 || status === 410) await cache.delete(request.url, { ignoreVary: true });
    else if (!response.ok || !(await isRight(response))) return kept ?? response;
    else if (mayKeep(response)) await cache.put(request.url, own(response.clone()));
    else await cache.delete(request.url, { ignoreVary: true });
    return response;
  });
  if (!kept) return fresh;
  const answers = [fresh.catch(() => kept)];
  // The page waits for this one before it shows anything, so a slow network must not hold it up.
  if (request.url === address("site.json")) answers.push(new Promise((resolve) => setTimeout(resolve, 400, kept)));
  return Promise.race(answers);
};

const isSettings = (response) => settings(response).then((it) => it?.constructor === Object, () => false);
const host = (request = new Request(address("site.json"))) => fromBeside(request, isSettings);

/** Where the host's logo is, as far as it is known. */
const logo = async () => {
  const kept = await found(beside, address("site.json"));
  const { logo } = kept ? await settings(kept) : {};
  return logo && address(logo);
};

// So that the host's name and logo are there without a network after one visit.
const loadBeside = async () => {
  await host();
  const url = await logo();
  if (url) await fromBeside(new Request(url), isImage);
};

const image = async (request) => (request.url === (await logo()) ? fromBeside(request, isImage) : fetch(request));

self.addEventListener("install", (event) => event.waitUntil(loadAll().then(() => loadBeside().catch(() => {})).then(free)));
self.addEventListener("activate", (event) => event.waitUntil(removeOlder().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
  // Another language is spoken than before, or work has begun; unless everything was removed meanwhile.
  else if (event.data === "spoken") event.waitUntil(caches.has(version).then((has) => has && loadAll()).catch(() => {}));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, url, destination } = request;
  if (method !== "GET" || !url.startsWith(scope)) return;
  // `folder/`, `folder/index.html` and `folder/?lang=de` are the same page.
  const path = url.slice(scope.length).split(/[?#]/)[0] || "index.html";
  if (files.has(path)) {
    const kept = async () => (await found(version, address(path))) ?? opened(path, request);
    // Who may show the site in a frame is said by the host's headers as they are now, not as they were kept.
    event.respondWith(destination === "iframe" ? fetch(request).catch(kept) : kept());
  } else if (path === "site.json") event.respondWith(host(request));
  else if (destination === "image") event.respondWith(image(request));
});
