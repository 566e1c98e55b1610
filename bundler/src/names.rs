//! The names of functions as a reader knows them, for the order in which the first of what is loaded has them. As the compiler
//! writes them, each holds a number for its crate, which a change of anything that we build on changes, and with it the
//! order and the size: by 200 B at times.

use crate::failure::{Failure, Result};
use rustc_demangle::demangle;
use std::ops::Range;
use wasm_encoder::{Module, NameMap, NameSection, RawSection};
use wasmparser::{BinaryReaderError, KnownCustom, Name, Parser, Payload};

/// A program whose functions have readable names; nothing else has one.
pub fn readable(program: &[u8]) -> Result<Vec<u8>> {
    renamed(program).map_err(|error| Failure::Check(format!("a program can't be read: {error}")))
}

fn renamed(program: &[u8]) -> std::result::Result<Vec<u8>, BinaryReaderError> {
    let (mut module, mut section, mut names) = (Module::new(), NameSection::new(), NameMap::new());
    for (index, name) in of_functions(program)? {
        names.append(index, &name);
    }
    section.functions(&names);
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        if matches!(&payload, Payload::CustomSection(section) if section.name() == "name") {
            module.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: bytes(program, range) });
        }
    }
    Ok(module.finish())
}

/// The functions that have a name, each with its index and that name, readable.
pub fn of_functions(program: &[u8]) -> std::result::Result<Vec<(u32, String)>, BinaryReaderError> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(names) = section.as_known() else { continue };
        for names in names {
            let Name::Function(names) = names? else { continue };
            for name in names {
                let name = name?;
                found.push((name.index, format!("{:#}", demangle(name.name))));
            }
        }
    }
    Ok(found)
}

/// A part of a program.
pub fn bytes(program: &[u8], range: Range<u64>) -> &[u8] {
    &program[range.start as usize..range.end as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program without functions of its own, that names one of a crate with a number.
    fn program(number: &str) -> Vec<u8> {
        let (mut module, mut names, mut all) = (Module::new(), NameSection::new(), NameMap::new());
        all.append(0, &format!("_RNvNtCs{number}_4font3one1f"));
        names.functions(&all);
        module.section(&wasm_encoder::TypeSection::new()).section(&names);
        module.finish()
    }

    #[test]
    fn a_crate_s_number_changes_nothing() {
        let (one, other) = (readable(&program("0")).unwrap(), readable(&program("4s8poYdVJta")).unwrap());
        assert_eq!(one, other);
        assert!(String::from_utf8_lossy(&one).ends_with("font::one::f"));
        assert!(readable(b"no program").is_err());
    }
}
