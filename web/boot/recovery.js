// The page that is left when a program has stopped for good: what is stored here, as files, and a way on. It needs no
// program: it reads the database itself. `WORDS` are those of `content/*/interface/recovery.properties`, by language.
const words = WORDS[document.documentElement.lang] ?? WORDS.en;

let shown = false;

/** Puts the recovery view in the place of the page, once. */
export default async function recover() {
  if (shown) return;
  shown = true;
  // What stopped must not act on keys and clicks any more, nor ask whether to leave.
  for (const kind of ["keydown", "beforeunload", "hashchange"]) {
    addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
  }
  const files = element("ul", { className: "plain library" });
  const state = element("p", { role: "status" });
  const main = element("main", { id: "main", tabIndex: -1 }, [
    element("h1", { textContent: words.title }),
    element("p", { className: "lead", textContent: words.text }),
    element("p", { textContent: words.unsaved }),
    element("div", { className: "actions" }, [
      button(words.reload, "button", "recovery-reload", () => location.reload()),
      button(words.home, "button second", "recovery-home", () => {
        location.hash = "#/";
        location.reload();
      }),
    ]),
    element("h2", { textContent: words.files }),
    state,
    files,
  ]);
  main.dataset.testid = "recovery";
  const name = element("span", { className: "brand", textContent: window.stageZeroHost?.name ?? "Stage Zero" });
  const frame = element("div", { className: "frame" }, [element("div", { className: "menu" }), main]);
  document.title = words.title;
  document.body.replaceChildren(element("header", { className: "top" }, [name]), frame);
  main.focus();
  try {
    const stored = await assessments();
    state.textContent = stored.length ? words.about : words.none;
    files.append(...stored.map(entry));
  } catch {
    state.textContent = words.unreadable;
  }
}

function entry({ id, file, damaged }) {
  const download = button(words.download, "link", "recovery-download", () => {
    save(file);
    if (file.id === id) keep(file).catch(() => {});
  });
  download.ariaLabel = words.downloadOf.replace("{name}", file.title);
  const note = damaged ? [element("span", { className: "hint", textContent: words.damaged })] : [];
  return element("li", { className: "entry" }, [element("strong", { textContent: file.title }), download, ...note]);
}

function element(tag, properties, children = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function button(text, className, testid, onclick) {
  const made = element("button", { type: "button", textContent: text, className, onclick });
  made.dataset.testid = testid;
  return made;
}

function save(file) {
  const blob = new Blob([JSON.stringify(file, null, 2), "\n"], { type: "application/json" });
  const href = URL.createObjectURL(blob);
  element("a", { href, download: `${file.title}.stage-zero.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Keeps what was saved: opened again one day, it is no stranger (`web/src/storage/ancestors.rs`). */
async function keep(file) {
  const database = await answer(indexedDB.open("stage-zero"));
  const transaction = database.transaction("copies", "readwrite");
  await answer(transaction.objectStore("copies").put(JSON.stringify(file), `${file.id}/saved`));
  database.close();
}

/** All assessments that are stored, each as the file that the site would write. */
async function assessments() {
  // A browser may never answer: then that is said.
  const late = new Promise((_, reject) => setTimeout(reject, 10_000));
  const database = await Promise.race([answer(indexedDB.open("stage-zero")), late]);
  const transaction = database.transaction(["assessments", "parts"]);
  const read = (store) => {
    const from = transaction.objectStore(store);
    return Promise.all([answer(from.getAllKeys()), answer(from.getAll())]);
  };
  const [[ids, heads], [keys, records]] = await Promise.all([read("assessments"), read("parts")]);
  database.close();
  return ids.map((id, at) => {
    const parts = keys.map((key, index) => [key, records[index]]).filter(([key]) => key.startsWith(`${id}/`));
    return assembled(id, heads[at], parts);
  });
}

function assembled(id, head, parts) {
  const file = {
    format: "stage-zero-assessment", version: 1, catalogue: "iso27001-2022-amd1", id, title: id, created: "", updated: "",
    profile: {}, answers: {}, documents: {}, controls: {}, custom_controls: [], risks: [],
  };
  // A file has these lists only where they hold something.
  const registers = ["nonconformities", "internal_audits", "management_reviews"];
  let [damaged, rest] = [0, {}];
  for (const [key, text] of [[`${id}/meta/`, head], ...parts]) {
    const [section, entry] = key.slice(id.length + 1).split("/");
    try {
      const value = JSON.parse(text);
      if (section === "meta") for (const [name, field] of Object.entries(value)) set(file, name, field);
      else if (section === "rest") rest = value;
      else if (registers.includes(section)) (file[section] ??= []).push(value);
      else if (!Object.hasOwn(file, section)) throw new TypeError("no section of ours");
      else if (Array.isArray(file[section])) file[section].push(value);
      else if (entry) set(file[section], entry, value);
      else set(file, section, value);
    } catch {
      damaged++;
    }
  }
  putBack(file, rest);
  // One of an older version may be no id any more; the file opens all the same.
  file.id = id.replace(/[^A-Za-z0-9._-]/g, "-").slice(0, 64) || "0";
  return { id, file, damaged };
}

/** Sets a field of any name: some, such as `__proto__`, do something else when they are assigned to. */
function set(target, name, value) {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Puts back what the version of the site that stored it did not know; what the file says itself always wins. */
function putBack(target, rest) {
  if (Array.isArray(target)) {
    for (const entry of target) if (Object.hasOwn(rest, entry?.id)) putBack(entry, rest[entry.id]);
    return;
  }
  for (const [key, left] of Object.entries(rest)) {
    if (!Object.hasOwn(target, key)) set(target, key, left);
    else if (target[key] && typeof target[key] === "object" && left && typeof left === "object") putBack(target[key], left);
  }
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
