// Starts the site from one file that was opened from a disk: the program, its parts and all texts lie in the page itself.
// `bundler/src/publish/one_file.rs` puts this and the program's script into the page.
import start from "./start-boot.js";
import "./dates-boot.js";
import "./keys-boot.js";
import { isLeft } from "./leaving-boot.js";
import "./pressed-boot.js";
import takeAllIn from "./left-boot.js";
import unable from "./unable-boot.js";
import recover from "./recovery-boot.js";
import { whenStopped } from "./stopped-boot.js";

// What lies in an element: gzip in base64, a tenth of a second to unpack.
const unpacked = (id, type) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": type } });
};

// A page from a disk may fetch nothing, so what the site would load is taken from the page.
let files;
const texts = () => (files ??= unpacked("packed-files", "application/json").json());
const fetched = window.fetch.bind(window);
window.fetch = async (address, options) => {
  if (document.getElementById(`packed-${address}`)) return unpacked(`packed-${address}`, "application/wasm");
  const text = typeof address === "string" ? (await texts())[address] : undefined;
  return text === undefined ? fetched(address, options) : new Response(text);
};

const asAddress = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = reject;
    reader.readAsDataURL(blob);
  });

// A worker can't be loaded either: its script is handed over as a blob, with the program inside.
const workers = {};
const policy = window.trustedTypes?.createPolicy("stage-zero", { createScriptURL: (name) => workers[name] });
window.stageZeroWorker = (name) => new Worker(policy ? policy.createScriptURL(name) : workers[name]);

// What is there before any later part is shown. All styles stand in the page already.
window.stageZeroStyle = async () => {
  for (const name of ["worker", "rare"]) {
    const script = await unpacked(`packed-${name}-script`, "text/javascript").text();
    const program = await asAddress(await unpacked(`packed-${name}`, "application/wasm").blob());
    const whole = [`const PROGRAM = ["${program}"];`, script];
    workers[name] = URL.createObjectURL(new Blob(whole, { type: "text/javascript" }));
  }
};

whenStopped(recover);

const takeIn = async () => isLeft() && takeAllIn();
addEventListener("storage", () => takeIn().catch(console.warn));

takeIn()
  .catch(console.warn)
  .then(() => start({ module_or_path: unpacked("packed-program", "application/wasm") }))
  .catch(unable);
