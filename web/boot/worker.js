// Starts the program that makes files in its worker. `bundler/src/scripts.rs` puts this and the program's script into one file, and
// fills in what is written in capitals.
import init from "./worker.js";

const [address, integrity] = PROGRAM;

// The page hears of a rejection only if it is an error of the script.
init({ module_or_path: fetch(address, { integrity }) }).catch((reason) => reportError(reason));
