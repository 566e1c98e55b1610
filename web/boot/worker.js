// Starts the program for reports in its worker.
import init from "./worker.js";
import start from "./beside-boot.js";

start(init);
