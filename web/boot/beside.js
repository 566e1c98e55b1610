// Starts a program in its worker. `bundler/src/scripts.rs` puts this and the program's script into one file, and fills in what is
// written in capitals.
const [address, integrity] = PROGRAM;

// A message that says nothing is how the page hears that there is no program. As an error of the script a browser would also
// show it where the page has stopped this worker meanwhile.
export default (init) =>
  init({ module_or_path: fetch(address, { integrity }) }).catch((reason) => {
    console.warn(reason);
    postMessage([]);
  });
