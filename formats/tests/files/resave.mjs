// Saves a PDF anew with pdf-lib: resave.mjs PDF-LIB FROM TO.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

const [library, source, target] = process.argv.slice(2);
const { PDFDocument } = createRequire(import.meta.url)(library);
const document = await PDFDocument.load(await readFile(source));
await writeFile(target, await document.save());
