//! Step 3: takes out of the programs that make files what they hold and never run. Libraries for all fonts, all workbooks
//! and all archives bring a quarter of a program that meets but ours; what asks for it at run time, the linker can't know.
//!
//! A function of these modules becomes a trap, and what only such functions call falls to the step after the next. Should one
//! run after all, the program stops, and the page says so; the tests make every file with the programs as they are here.

use crate::{
    failure::{Failure, Result},
    names::{self, bytes},
};
use wasm_encoder::{CodeSection, Function, Module, RawSection};
use wasmparser::{BinaryReaderError, Parser, Payload, TypeRef};

/// What no file of ours needs: a workbook has no drawing, and nothing is compressed for minutes.
pub const OF_ANY_FILE: &[&str] = &["rust_xlsxwriter::chart::", "rust_xlsxwriter::drawing::", "zopfli::"];

/// What no PDF of ours needs: its fonts are TrueType, with neither hints, colours nor variations, and go into it as they are.
pub const OF_A_PDF: &[&str] = &[
    "read_fonts::ps::",
    "skrifa::color::instance::",
    "skrifa::color::traversal::",
    "skrifa::outline::autohint::",
    "skrifa::outline::cff::",
    "skrifa::outline::glyf::hint::",
    "skrifa::outline::varc::",
    "subsetter::interjector::skrifa::SkrifaInterjector>::interject",
    "write_fonts::",
];

/// A program without what never runs: `paths` are how the names of such functions begin.
pub fn out(program: &[u8], paths: &[&str]) -> Result<Vec<u8>> {
    let wrong = |error: BinaryReaderError| Failure::Check(format!("a program can't be read: {error}"));
    let never = never(program, paths).map_err(wrong)?;
    if let Some(path) = paths.iter().find(|path| !never.iter().any(|(known, _)| known == *path)) {
        return Err(Failure::Check(format!("no program has '{path}' any more: bundler/src/cut.rs must not name it")));
    }
    let mut module = Module::new();
    let (mut code, mut left, mut index) = (CodeSection::new(), 0, imported(program).map_err(wrong)?);
    for payload in Parser::new(0).parse_all(program) {
        match payload.map_err(wrong)? {
            Payload::CodeSectionStart { count, .. } => left = count,
            Payload::CodeSectionEntry(body) => {
                if never.iter().any(|(_, known)| *known == index) {
                    let mut trap = Function::new([]);
                    trap.instructions().unreachable().end();
                    code.function(&trap);
                } else {
                    code.raw(bytes(program, body.range()));
                }
                (index, left) = (index + 1, left - 1);
                if left == 0 {
                    module.section(&code);
                }
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    module.section(&RawSection { id, data: bytes(program, range) });
                }
            }
        }
    }
    Ok(module.finish())
}

/// The functions that never run, each with how its name begins.
fn never<'a>(program: &[u8], paths: &[&'a str]) -> std::result::Result<Vec<(&'a str, u32)>, BinaryReaderError> {
    let mut found = Vec::new();
    for (index, name) in names::of_functions(program)? {
        let path = name.trim_start_matches(['<', '&']);
        found.extend(paths.iter().find(|it| path.starts_with(**it)).map(|it| (*it, index)));
    }
    Ok(found)
}

/// How many functions a program imports: its own are counted on from there.
fn imported(program: &[u8]) -> std::result::Result<u32, BinaryReaderError> {
    let mut count = 0;
    for payload in Parser::new(0).parse_all(program) {
        let Payload::ImportSection(imports) = payload? else { continue };
        for import in imports.into_imports() {
            count += u32::from(matches!(import?.ty, TypeRef::Func(_)));
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        EntityType, ExportKind, ExportSection, FunctionSection, ImportSection, NameMap, NameSection, TypeSection,
    };

    /// A program that imports a function and has two of its own, of 1 and of 2.
    fn program() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("page", "f", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut exports = ExportSection::new();
        exports.export("one", ExportKind::Func, 1);
        let mut code = CodeSection::new();
        for number in [1, 2] {
            let mut body = Function::new([]);
            body.instructions().i32_const(number).drop().end();
            code.function(&body);
        }
        let (mut names, mut all) = (NameSection::new(), NameMap::new());
        for (index, name) in [(0, "_RNvCs0_4page1f"), (1, "_RNvNtCs0_4font3one1f"), (2, "_RNvNtCs0_4font3two1f")] {
            all.append(index, name);
        }
        names.functions(&all);
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code).section(&names);
        module.finish()
    }

    #[test]
    fn what_never_runs_becomes_a_trap_and_all_else_stays() {
        let (before, after) = (program(), out(&program(), &["font::two::"]).unwrap());
        let bodies = |program: &[u8]| -> Vec<Vec<u8>> {
            let payloads = Parser::new(0).parse_all(program).map(|it| it.unwrap());
            let bodies = payloads.filter_map(|it| if let Payload::CodeSectionEntry(it) = it { Some(it) } else { None });
            bodies.map(|body| bytes(program, body.range()).to_vec()).collect()
        };
        assert_eq!(bodies(&after), [bodies(&before)[0].clone(), vec![0, 0, 0x0b]]);
        assert_eq!(after.len(), before.len() - 2);
    }

    #[test]
    fn what_is_not_there_any_more_is_not_named_any_more() {
        assert!(matches!(out(&program(), &["font::two::", "font::three::"]), Err(Failure::Check(_))));
    }
}
