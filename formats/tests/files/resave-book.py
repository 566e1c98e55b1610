"""Writes a text into a cell of a workbook with openpyxl: resave-book.py FROM TO SHEET CELL TEXT."""
import sys

import openpyxl

source, target, sheet, cell, text = sys.argv[1:]
book = openpyxl.load_workbook(source)
book[sheet][cell] = text
book.save(target)
