//! A file of `content/`, as an author may leave it.

/// Any file is read, or every problem has its line.
pub fn content(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    for name in ["file.md", "words.properties", "terms.txt", "synonyms.txt"] {
        for problem in content_compiler::problems_of(name, text) {
            assert!((1..=text.lines().count().max(1)).contains(&problem.line), "{name}: {problem}");
            assert!(!problem.message.is_empty());
        }
    }
}
