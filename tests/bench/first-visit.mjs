// A first visit for the peers' harness: interactive is the first frame in which a click on 'Start a new assessment' has
// made one, so that the count of answers is there.
const by = (id) => `[data-testid="${id}"]`;
export default {
  name: "stage-zero, first visit",
  entry: "",
  // The button that stands in the page goes when the program has come, and that one with its page: what it has made is
  // looked for as well.
  firstAnswer: [by("start-early"), by("start"), by("answered-count")].join(),
  effect: `String(document.querySelector('${by("answered-count")}')?.textContent)`,
  answered: "null",
};
