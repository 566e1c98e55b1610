// No keystroke stays behind when a page goes. A link of ours that leads away from it waits until all is stored, and so does
// a reload for a new version; what is left in any other case is noted by the program, see `web/src/store/left.rs`.

/** Whether a page has left a note. Where the browser keeps nothing for us, it is an error to ask. */
export const isLeft = () => Object.keys(localStorage).some((name) => name.startsWith("stage-zero-left"));

const isSaving = () => document.querySelector(".save[data-state=pending]");

/** Waits until all is stored, or can't be; not for ever. */
const settled = (tries = 100) =>
  new Promise((resolve) => {
    const look = () => {
      // What the program takes for a field that is left: it stores at once.
      dispatchEvent(new Event("focusout"));
      if (isSaving() && tries--) setTimeout(look, 20);
      else resolve();
    };
    look();
  });
window.stageZeroSettled = settled;

addEventListener("click", (event) => {
  const { target, defaultPrevented, button, ctrlKey, metaKey, shiftKey } = event;
  const link = target.closest?.("a[href]");
  if (!link || defaultPrevented || button || ctrlKey || metaKey || shiftKey || link.target || link.download) return;
  const [page] = location.href.split("#");
  if (!isSaving() || (link.hash && link.href.startsWith(`${page}#`))) return;
  event.preventDefault();
  settled().then(() => location.assign(link.href));
});
