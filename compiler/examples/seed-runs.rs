//! Prints the hashes of a text's runs of eight words: the content must share none of them.

use content_compiler::overlap;

fn main() -> std::io::Result<()> {
    let files = std::env::args().skip(1);
    let texts: std::io::Result<Vec<String>> = files.map(std::fs::read_to_string).collect();
    print!("{}", overlap::render(&overlap::hashes(&texts?.join("\n"))));
    Ok(())
}
