// Says why the program can't run, and what to do: no WebAssembly, refused, not there, or a browser that can't unpack the
// one file. It needs no program. `WORDS_UNABLE` are those of `content/*/interface/unable.properties`, by language.
// Where not even a script can run, the page says something more general by itself: `.late` in `index.html`.
const spoken = () => {
  const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
  return WORDS_UNABLE[asked] ?? WORDS_UNABLE[asked.split("-")[0]] ?? WORDS_UNABLE.en;
};

const reason = (error) => {
  if (!window.WebAssembly) return "webassembly";
  if (!window.DecompressionStream && document.getElementById("packed-program")) return "unpack";
  return error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError ? "refused" : "missing";
};

export default function unable(error) {
  // Others look after a program that stops once it runs.
  if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) return;
  const words = spoken();
  const why = reason(error);
  const box = Object.assign(document.createElement("div"), { className: "trouble", role: "alert" });
  box.dataset.testid = "unable";
  box.dataset.why = why;
  const texts = [words.title, words[why].replace("{what}", error?.message ?? error), words[`${why}Do`], words.safe];
  box.append(
    ...texts.map((textContent, index) => Object.assign(document.createElement(index ? "p" : "h2"), { textContent })),
  );
  for (const vain of document.querySelectorAll(".late, main .actions")) vain.remove();
  document.querySelector("main").append(box);
}
