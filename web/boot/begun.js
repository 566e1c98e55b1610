/** Whether somebody has worked here before. */
export const hasBegun = () => {
  try {
    return "stage-zero-begun" in localStorage || "stage-zero-open" in sessionStorage;
  } catch {
    return false;
  }
};
