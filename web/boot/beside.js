// Starts a program in its worker. `bundler/src/scripts.rs` puts this and the program's script into one file, and fills in what is
// written in capitals.
const [address, integrity] = PROGRAM;

// The page hears of a rejection only if it is an error of the script.
export default (init) => init({ module_or_path: fetch(address, { integrity }) }).catch((reason) => reportError(reason));
