//! Prints every problem of a content folder: `cargo run --example check -- content [en]`.

use content_compiler::{Expected, chunks, pack, read};
use std::path::Path;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let dir = arguments.next().unwrap_or_else(|| "content".to_owned());
    let language = arguments.next().unwrap_or_else(|| "en".to_owned());
    let started = std::time::Instant::now();
    let (content, problems) = read(Path::new(&dir), &language, &Expected::by_the_standard());
    for problem in &problems {
        println!("{problem}");
    }
    let guidance: usize = chunks(&content).iter().map(|it| it.text.len()).sum();
    println!(
        "{} problems, pack {} bytes, guidance {guidance} bytes, {} ms",
        problems.len(),
        pack(&content).len(),
        started.elapsed().as_millis()
    );
}
