//! Compiles `content/` into what this crate embeds; wrong content is a build error that lists every problem.

use std::{env, fs, path::Path, process::exit};

fn main() {
    let content = Path::new("../content");
    println!("cargo::rerun-if-changed={}", content.display());
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    match content_compiler::load(content, "en") {
        Ok(english) => {
            let write = |name: &str, text: String| {
                fs::write(Path::new(&out).join(name), text).expect("OUT_DIR can be written");
            };
            write("en.pack", content_compiler::pack(&english));
            write("en-first-view.pack", content_compiler::pack_first_view(&english));
            write("words.rs", content_compiler::words_enum(&english));
        }
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            exit(1);
        }
    }
}
