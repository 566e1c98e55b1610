// The button that starts stands in the page before the program that hears it: a press meanwhile counts.
const button = document.querySelector("[data-testid=start-early]");

/** Waits for it; the program asks the window. */
export const pressed = new Promise((resolve) => button?.addEventListener("click", () => resolve((window.stageZeroPressed = true))));
