// Takes in what a page has noted as it went, before anything else reads what is stored: `web/src/store/left.rs` writes the
// notes. Other pages that are open do so as soon as the page that left one is gone.

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** How long a page that begins waits until its notes are taken in, in milliseconds. What takes longer comes into it then. */
const PATIENCE = 3000;

/** What says nothing is the same, whether it is written or not. */
const said = (value) => (value === undefined || /^(""|\[\]|{})$/.test(JSON.stringify(value)) ? null : value);
const same = (a, b) => JSON.stringify(said(a)) === JSON.stringify(said(b));
const isPlain = (value) => value && typeof value === "object" && !Array.isArray(value);
const own = (record, name) => (isPlain(record) && Object.hasOwn(record, name) ? record[name] : undefined);

/** Whether it goes field by field: what is absent says nothing then. One of a list has an id, and is there or not. */
const isInFields = (states) =>
  states.slice(1).every(isPlain) || states.every((it) => it === undefined || (isPlain(it) && !Object.hasOwn(it, "id")));

/** What a record holds once a change from `before` to `now` was made in it, field by field; some fields are one decision
 * together. Where another page has changed the same meanwhile, the later change stays. */
const merged = (before, now, stored, isLate, together = []) => {
  if (same(before, now)) return stored;
  if (!isInFields([before, now, stored])) return isLate && !same(before, stored) ? stored : now;
  const all = new Map(Object.entries(stored ?? {}));
  const put = (name, value) => (value === undefined ? all.delete(name) : all.set(name, value));
  for (const name of Object.keys({ ...before, ...now })) {
    if (!together.includes(name)) put(name, merged(own(before, name), own(now, name), own(stored, name), isLate));
  }
  const [was, is, there] = [before, now, stored].map((record) => together.map((name) => said(own(record, name))));
  if (merged(was, is, there, isLate) === is) for (const name of together) put(name, own(now, name));
  return all.size || (now && stored) ? Object.fromEntries(all) : undefined;
};

const read = (text) => (text ? JSON.parse(text) : undefined);

/** Takes one note in, and gives what to tell the pages that are open. */
const takeIn = async (database, name, note) => {
  const [id, ...lines] = note.split("\n");
  const transaction = database.transaction(["assessments", "parts"], "readwrite", { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  const head = read(await answer(transaction.objectStore("assessments").get(id)));
  // It was removed meanwhile; or who left the note lives, and has stored by itself what it says.
  if (!head || localStorage.getItem(name) !== note) return "";
  const changes = lines.map((line) => line.split("\t"));
  const updated = read(changes.find(([store]) => store === "assessments")[3]).updated;
  for (const [part, key, before, now, together] of changes) {
    const store = transaction.objectStore(part);
    const stored = read(await answer(store.get(key)));
    const value = merged(read(before), read(now), stored, head.updated > updated, together?.split(","));
    if (value === undefined) store.delete(key);
    else store.put(JSON.stringify(value), key);
  }
  await done;
  return ["parts", id, ...changes.map(([part, key]) => (part === "parts" ? key : `${id}/meta/`))].join("\n");
};

const take = async (name, note) => {
  const database = await answer(indexedDB.open("stage-zero"));
  const channel = new BroadcastChannel("stage-zero");
  try {
    channel.postMessage(await takeIn(database, name, note));
  } catch (error) {
    // What can't be read will never be; what can't be written now may be the next time.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  } finally {
    channel.close();
    database.close();
  }
  if (localStorage.getItem(name) === note) localStorage.removeItem(name);
};

/** The notes that are taken in just now, or as soon as who left them is gone. */
const awaited = new Set();

/** Takes a note in once the page that has left it is gone. One that lives stores by itself what it has noted, and holds a
 * lock of that name until it goes. Without https there are no locks, and nobody knows. */
const takeWhenGone = async (name) => {
  if (awaited.has(name)) return;
  awaited.add(name);
  const act = async () => {
    for (let note; (note = localStorage.getItem(name)); ) await take(name, note);
  };
  const refused = (error) => {
    if (error.name !== "SecurityError") throw error;
    return act();
  };
  await (navigator.locks ? navigator.locks.request(name, act).catch(refused) : act())
    .catch(console.warn)
    .finally(() => awaited.delete(name));
};

export default async function takeAllIn() {
  const notes = Object.keys(localStorage).filter((name) => name.startsWith("stage-zero-left"));
  notes.forEach(takeWhenGone);
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && notes.some((name) => localStorage.getItem(name))) {
    await new Promise((go) => setTimeout(go, 20));
  }
}
