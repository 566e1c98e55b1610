// Takes in what a page has noted as it went, before anything else reads what is stored: `web/src/store/left.rs` writes the
// notes. Other pages that are open do so at once, when they hear of a note.

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const isPlain = (value) => value && typeof value === "object" && !Array.isArray(value);

/** What a record holds once a change from `before` to `now` was made in it, field by field. Where another page has changed
 * the same field meanwhile, the later change stays. */
const merged = (before, now, stored, isLate) => {
  if (same(before, now)) return stored;
  if (isPlain(now) && isPlain(stored)) {
    const all = new Map(Object.entries(stored));
    for (const name of Object.keys({ ...before, ...now })) {
      const value = merged(own(before, name), own(now, name), own(stored, name), isLate);
      if (value === undefined) all.delete(name);
      else all.set(name, value);
    }
    return Object.fromEntries(all);
  }
  return isLate && !same(before, stored) ? stored : now;
};
const own = (record, name) => (isPlain(record) && Object.hasOwn(record, name) ? record[name] : undefined);

const read = (text) => (text ? JSON.parse(text) : undefined);

/** Takes one note in, and gives what to tell the pages that are open. */
const takeIn = async (database, note) => {
  const [id, ...lines] = note.split("\n");
  const transaction = database.transaction(["assessments", "parts"], "readwrite", { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  const head = read(await answer(transaction.objectStore("assessments").get(id)));
  // It was removed meanwhile.
  if (!head) return "";
  const changes = lines.map((line) => line.split("\t"));
  const updated = read(changes.find(([store]) => store === "assessments")[3]).updated;
  for (const [name, key, before, now] of changes) {
    const store = transaction.objectStore(name);
    const value = merged(read(before), read(now), read(await answer(store.get(key))), head.updated > updated);
    if (value === undefined) store.delete(key);
    else store.put(JSON.stringify(value), key);
  }
  await done;
  return ["parts", id, ...changes.map(([name, key]) => (name === "parts" ? key : `${id}/meta/`))].join("\n");
};

export default async function takeAllIn() {
  const late = new Promise((_, reject) => setTimeout(reject, 3000));
  const database = await Promise.race([answer(indexedDB.open("stage-zero")), late]);
  const channel = new BroadcastChannel("stage-zero");
  for (const name of Object.keys(localStorage).filter((name) => name.startsWith("stage-zero-left"))) {
    const note = localStorage.getItem(name);
    try {
      channel.postMessage(await takeIn(database, note));
    } catch (error) {
      // What can't be read will never be; what can't be written now may be the next time.
      if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    }
    if (localStorage.getItem(name) === note) localStorage.removeItem(name);
  }
  channel.close();
  database.close();
}
