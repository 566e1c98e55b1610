// A first visit for the peers' harness: interactive is the first frame in which a click on 'Start a new assessment' has
// made one, so that the count of answers is there.
const by = (id) => `[data-testid="${id}"]`;
export default {
  name: "stage-zero, first visit",
  entry: "",
  // The button goes with its page: what it has made is looked for as well.
  firstAnswer: `${by("start")}, ${by("answered-count")}`,
  effect: `String(document.querySelector('${by("answered-count")}')?.textContent)`,
  answered: "null",
};
