// Who hosts the site, and what they want it to look like: loaded only where `site.json` says something. The program reads
// the text, and puts what is right in it into the window. Embedding waits for the event.
// `bundler/src/scripts.rs` puts this and the program's script into one file, and fills in what is written in capitals.
import init from "./host.js";

const [address, integrity] = PROGRAM;

export default async function read(text) {
  window.stageZeroHostFile = text;
  await init({ module_or_path: fetch(address, { integrity }) });
  const { problems, style, frame } = window.stageZeroHost;
  for (const problem of problems) console.warn(`site.json, ${problem}`);
  if (style) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
  }
  const themes = document.querySelectorAll("meta[name=theme-color]");
  frame?.forEach((colour, index) => (themes[index].content = colour));
  dispatchEvent(new Event("stage-zero-host"));
}
