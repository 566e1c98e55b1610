// Reads the catalogue (as `stage-zero catalogue` prints it) and writes an assessment file in which everything is
// answered, with a note and evidence in each item, as the peers' questionnaire is filled in.
import { readFileSync, writeFileSync } from "node:fs";

const [from, to] = process.argv.slice(2);
const catalogue = JSON.parse(readFileSync(from, "utf8"));

const LEVELS = ["not_started", "planned", "defined", "operating", "evidenced"];
const text = (index, length) =>
  "Reviewed with the owner, see the register and the minutes of that meeting. ".repeat(4).slice(index % 7, (index % 7) + length);
const item = (index) => ({
  level: LEVELS[(index * 7 + 3) % 5], note: text(index, 90), evidence: [text(index, 40)], owner: "", due: null,
});
const entries = (list, entry) => Object.fromEntries(list.map((it, index) => [it.id, entry(index)]));

const requirements = catalogue.clauses.flatMap((clause) => clause.subclauses).flatMap((it) => it.requirements);
const controls = catalogue.themes.flatMap((theme) => theme.controls);
writeFileSync(to, JSON.stringify({
  format: "stage-zero-assessment",
  version: 1,
  catalogue: catalogue.catalogue,
  id: "bench",
  title: "Everything answered",
  created: "2026-11-24T10:00:00Z",
  updated: "2026-11-24T10:00:00Z",
  profile: { organisation: "Acme Ltd", people: 14, sites: 1 },
  answers: entries(requirements, item),
  documents: entries(catalogue.documents, () => ({ status: "approved", reference: "ISMS-01", owner: "", reviewed: "2026-10-01" })),
  controls: entries(controls, (index) => ({
    decision: "applicable", reasons: ["risk"], justification: "", ...item(index), risks: [],
  })),
  custom_controls: [],
  risks: [],
}));
