// The second program's script, and how it starts the third one: `xtask/src/finish/` puts both into one file, and fills
// in what is written in capitals.
export { default } from "./more.js";

// Where a page says that it trusts no address made from text, a worker's must come from a policy: this one has one.
const policy = window.trustedTypes?.createPolicy("stage-zero", { createScriptURL: () => WORKER_SCRIPT });

window.stageZeroWorker = () => new Worker(policy ? policy.createScriptURL("") : WORKER_SCRIPT, { type: "module" });
