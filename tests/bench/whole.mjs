// As `adapter.mjs`, but the view with all controls is open only when each of them, also below the window, has everything.
// Nothing else is measured again.
import ours from "./adapter.mjs";

export default {
  ...ours,
  name: "stage-zero, every card whole",
  heavyReady: ours.everyCard,
  skip: ["typing", "heavyclicks", "memory", "reload"],
};
