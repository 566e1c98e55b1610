// Loads the parts of the program. They share its memory and its table of functions, and know nothing of JavaScript.
// `bundler/src/scripts.rs` writes which files each part needs, and under which names the program hands out what is shared.
import { hasBegun } from "./begun-boot.js";
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
    const [answer, exports] = await Promise.all([fetch(address, { integrity, cache }), program]);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const imports = { __wasm_split: shared(exports) };
    // As some hosts don't know what the file is.
    const knows = answer.headers.get("Content-Type") === "application/wasm";
    await (knows ? WebAssembly.instantiateStreaming(answer, imports) : WebAssembly.instantiate(await answer.arrayBuffer(), imports));
  });

// Where somebody has worked before, what keeps work is asked for before the program asks for it: once all scripts that
// stand beside each other have said what they are.
export const ahead = async (needed) => {
  await null;
  if (hasBegun()) needed.forEach((file) => loaded(file).catch(() => {}));
};

let shared;
export const share = (names) => (shared = names);

/** A part by its files: loads them, then calls back with whether all are there. */
export const part = (needed) => async (callback, data) => {
  let done = false;
  try {
    await Promise.all([once("style", window.stageZeroStyle), ...needed.map(loaded)]);
    done = true;
  } catch (error) {
    console.error(error);
  }
  shared(await program).__indirect_function_table.get(callback)(data, done);
};
