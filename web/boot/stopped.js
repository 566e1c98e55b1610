// A program that stops for good, by a panic or a trap, leaves a page behind that needs none.
export const whenStopped = (recover) => {
  const isStop = (error) => window.WebAssembly && error instanceof WebAssembly.RuntimeError;
  const stopped = ({ error, reason }) => isStop(error ?? reason) && recover();
  addEventListener("stage-zero-panic", recover);
  addEventListener("error", stopped);
  addEventListener("unhandledrejection", stopped);
};
