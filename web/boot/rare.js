// Starts the program for what only few want in its worker.
import init from "./rare.js";
import start from "./beside-boot.js";

start(init);
