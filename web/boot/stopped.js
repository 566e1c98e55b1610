// A program that stops for good, by a panic or a trap, leaves a page behind that needs none.
export const whenStopped = (recover) => {
  const stopped = ({ error, reason }) => (error ?? reason) instanceof WebAssembly.RuntimeError && recover();
  addEventListener("stage-zero-panic", recover);
  addEventListener("error", stopped);
  addEventListener("unhandledrejection", stopped);
};
