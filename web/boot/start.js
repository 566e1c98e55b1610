// Starts the program: what it hands out is waited for by the parts that come later, see `parts.js`.
import init from "./stage-zero.js";

let started;

/** The program's exports, once it is there. */
export const program = new Promise((resolve) => (started = resolve));

export default async (options) => started(await init(options));
