// Writes a text into a cell of a workbook with SheetJS or exceljs: resave-book.mjs LIBRARY FROM TO SHEET CELL TEXT.
import { createRequire } from "node:module";

const [library, source, target, name, cell, text] = process.argv.slice(2);
const loaded = createRequire(import.meta.url)(library);
if (loaded.utils) {
    const book = loaded.readFile(source);
    loaded.utils.sheet_add_aoa(book.Sheets[name], [[text]], { origin: cell });
    loaded.writeFile(book, target);
} else {
    const book = new loaded.Workbook();
    await book.xlsx.readFile(source);
    book.getWorksheet(name).getCell(cell).value = text;
    await book.xlsx.writeFile(target);
}
