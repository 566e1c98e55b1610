// Loads the parts of the program. They share its memory and its table of functions, and know nothing of JavaScript.
// `bundler/src/scripts.rs` writes which files each part needs, and under which names the program hands out what is shared.
import { program } from "./start-boot.js";

// Once each, or what it holds would be written into memory again. A file that could not be had, or was not what it must be,
// is asked for anew, past the browser's cache, which may keep a wrong one for ever.
const files = new Map();
const failed = new Set();

const once = (key, load) => {
  const again = (error) => {
    files.delete(key);
    failed.add(key);
    throw error;
  };
  if (!files.has(key)) files.set(key, load().catch(again));
  return files.get(key);
};

/** A program, compiled while it comes; not so from a host that does not know what the file is. */
export const compiled = async (answer) => {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const knows = answer.headers.get("Content-Type") === "application/wasm";
  return knows ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
};

const loaded = (file) =>
  once(file, async () => {
    if (typeof file === "string") {
      // A crumb: its bytes are here.
      const bytes = Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0));
      await WebAssembly.instantiate(bytes, { __wasm_split: shared(await program) });
      return;
    }
    const [address, integrity] = file;
    const cache = failed.has(file) ? "reload" : "default";
    const part = await compiled(await fetch(address, { integrity, cache }));
    await WebAssembly.instantiate(part, { __wasm_split: shared(await program) });
  });

const style = () => once("style", window.stageZeroStyle);

let first = [];
export const comeFirst = (needed) => (first = needed);

/** Asks for what the first answer needs, before the program does. */
export const ahead = () => [style(), ...first.map(loaded)].forEach((it) => it.catch(() => {}));

let shared;
export const share = (names) => (shared = names);

/** A part by its files: loads them, then calls back with whether all are there. */
export const part = (needed) => async (callback, data) => {
  let done = false;
  try {
    await Promise.all([style(), ...needed.map(loaded)]);
    done = true;
  } catch (error) {
    console.error(error);
  }
  shared(await program).__indirect_function_table.get(callback)(data, done);
};
