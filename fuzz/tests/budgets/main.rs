//! What each reader takes for more and more of what is hard for it: steps and memory in step with the length of the input,
//! never with its square. The readers run as the browser gets them (`fuzz/counted`), in a machine that counts the steps of
//! the program, so that every computer finds the same. `docs/guards.md` has the table.

mod inputs;
mod machine;
mod pdfs;
mod tables;

use machine::{MACHINE, Taken};

/// What a reader does with inputs of growing size that were made for it.
struct Budget {
    reader: &'static str,
    /// What is hard about the input.
    hard: &'static str,
    /// An input of some size, from 1 upwards.
    input: fn(usize) -> Vec<u8>,
    /// How many steps and bytes of memory each further byte may take, and how much may be shown in all.
    most: Taken,
}

/// So many steps and bytes of memory for each further byte, and so much that is shown.
const fn most(steps: u64, memory: u64, shown: usize) -> Taken {
    Taken { steps, memory, shown }
}

/// Of every reader. The figures are about twice what is measured; the test prints that.
const BUDGETS: &[Budget] = &[
    Budget { reader: "json", hard: "small values, to compare with", input: inputs::values, most: most(800, 30, 0) },
    Budget { reader: "assessment", hard: "small values", input: inputs::values, most: most(1_100, 50, 0) },
    Budget { reader: "assessment", hard: "names inside names", input: inputs::names, most: most(1_100, 90, 0) },
    Budget { reader: "assessment", hard: "lists inside lists", input: inputs::nested, most: most(2_800, 130, 0) },
    Budget { reader: "assessment", hard: "long numbers", input: inputs::numbers, most: most(170, 2, 0) },
    Budget { reader: "assessment", hard: "letters by their codes", input: inputs::codes, most: most(270, 3, 0) },
    Budget { reader: "assessment", hard: "evidence", input: inputs::evidence, most: most(2_300, 45, 0) },
    Budget { reader: "assessment", hard: "risks", input: inputs::risks, most: most(2_400, 50, 0) },
    Budget { reader: "review", hard: "small values", input: inputs::review_of_values, most: most(1_100, 60, 0) },
    Budget { reader: "text", hard: "a page of scripts", input: inputs::scripts, most: most(150, 2, 0) },
    Budget {
        reader: "text",
        hard: "a page of scripts without an end",
        input: inputs::open_scripts,
        most: most(40, 2, 0),
    },
    Budget { reader: "text", hard: "a report of names", input: inputs::report_of_names, most: most(1_100, 50, 0) },
    Budget { reader: "text", hard: "letters of two bytes", input: inputs::wide, most: most(450, 15, 0) },
    Budget { reader: "hints", hard: "`&` signs", input: inputs::ampersands, most: most(1_200, 6, 1) },
    Budget { reader: "hints", hard: "rows under a long heading", input: inputs::rows, most: most(15_000, 15, 1_000) },
    Budget { reader: "hints", hard: "headings", input: inputs::headings, most: most(2_600, 25, 1_000) },
    Budget { reader: "hints", hard: "`<` signs", input: inputs::brackets, most: most(950, 2, 0) },
    Budget { reader: "check", hard: "a page with more in it", input: inputs::page, most: most(1_400, 8, 10) },
    Budget { reader: "check", hard: "a result with more in it", input: inputs::result, most: most(2_200, 75, 1_000) },
    Budget { reader: "check", hard: "a ZIP with more in it", input: inputs::archive, most: most(45, 4, 0) },
    Budget {
        reader: "text",
        hard: "a PDF whose attachments share one record",
        input: pdfs::one_record,
        most: most(1_700, 5, 0),
    },
    Budget {
        reader: "text",
        hard: "a PDF whose names lead round in a circle",
        input: pdfs::circle,
        most: most(5_000, 60, 0),
    },
    Budget { reader: "text", hard: "a PDF of empty pages", input: pdfs::pages, most: most(400, 25, 0) },
    Budget {
        reader: "check",
        hard: "a PDF whose pages share one stream",
        input: pdfs::one_stream,
        most: most(30_000, 4_600, 500),
    },
    Budget {
        reader: "check",
        hard: "a PDF whose pages share their notes",
        input: pdfs::one_list_of_notes,
        most: most(5_400, 15, 500),
    },
    Budget { reader: "fingerprints", hard: "files of evidence", input: inputs::archive, most: most(110, 3, 100) },
    Budget { reader: "age", hard: "pieces", input: inputs::locked, most: most(70, 3, 400_000) },
    Budget { reader: "age", hard: "lines", input: inputs::armored, most: most(50, 5, 0) },
    Budget { reader: "site.json", hard: "unknown entries", input: inputs::site, most: most(1_300, 40, 1_600) },
    Budget {
        reader: "merge",
        hard: "lists of evidence, none alike",
        input: inputs::two_of_evidence,
        most: most(3_400, 25, 10),
    },
    Budget {
        reader: "merge",
        hard: "names that nobody knows",
        input: inputs::two_of_names,
        most: most(4_600, 320, 10),
    },
    Budget { reader: "workbook", hard: "small cells", input: tables::cells, most: most(1_600, 5, 1) },
    Budget {
        reader: "workbook",
        hard: "texts that are used once",
        input: tables::strings_used_once,
        most: most(850, 10, 1),
    },
    Budget {
        reader: "workbook",
        hard: "texts that nobody uses",
        input: tables::strings_that_nobody_uses,
        most: most(1_000, 10, 1),
    },
    Budget {
        reader: "workbook",
        hard: "one text that is used often",
        input: tables::one_string,
        most: most(800, 16, 1),
    },
    Budget { reader: "workbook", hard: "long texts", input: tables::long_texts, most: most(650, 2, 1) },
    Budget { reader: "workbook", hard: "sheets", input: tables::sheets, most: most(3_300, 4, 1) },
    Budget { reader: "workbook", hard: "wide rows", input: tables::wide_rows, most: most(2_400, 4, 1) },
    Budget { reader: "workbook", hard: "styles", input: tables::styles, most: most(600, 5, 1) },
    Budget { reader: "workbook", hard: "elements inside elements", input: tables::deep, most: most(500, 2, 1) },
    Budget { reader: "workbook", hard: "attributes", input: tables::attributes, most: most(400, 2, 1) },
    Budget { reader: "workbook", hard: "rows about one thing", input: tables::rows_about_one, most: most(950, 8, 250) },
    Budget { reader: "workbook", hard: "marks", input: tables::marks, most: most(550, 4, 1) },
    Budget { reader: "workbook", hard: "rows that are packed", input: tables::packed, most: most(100_000, 850, 1) },
    Budget { reader: "requests", hard: "small cells", input: tables::list_of_cells, most: most(55_000, 350, 1_600) },
    Budget { reader: "requests", hard: "quotes", input: tables::list_of_quotes, most: most(2_000, 6, 1) },
    Budget { reader: "requests", hard: "ranges", input: tables::list_of_ranges, most: most(37_000, 15, 1) },
    Budget { reader: "requests", hard: "words", input: tables::list_of_words, most: most(8_000, 10, 1) },
    Budget {
        reader: "requests",
        hard: "rows that ask for everything",
        input: tables::list_of_everything,
        most: most(1_200_000, 4_100, 100),
    },
];

/// What each further byte takes of a reader, and what it shows at most; or why that is too much.
fn judged(budget: &Budget) -> Result<Taken, String> {
    let of_size = |size| {
        let input = (budget.input)(size);
        Ok::<_, String>((input.len() as u64, MACHINE.read(budget.reader, &input)?))
    };
    let taken = [of_size(1)?, of_size(2)?, of_size(4)?, of_size(8)?];
    let [first, second, third, last] = &taken;
    let more = |from: &(u64, Taken), to: &(u64, Taken)| to.1.steps.saturating_sub(from.1.steps);
    let per_byte = |more: u64, from: &(u64, Taken)| more / (last.0 - from.0);
    let found = Taken {
        steps: per_byte(more(third, last), third),
        memory: per_byte(last.1.memory.saturating_sub(first.1.memory), first),
        shown: last.1.shown,
    };
    println!("{}: {}: {found:?} {taken:?}", budget.reader, budget.hard);
    // Twice the input takes twice as much more, and four times as much where each byte looks at all others.
    let (before, after) = (more(second, third), more(third, last));
    if after > before * 5 / 2 + 1_000_000 {
        return Err(format!("{before} steps more, then {after}"));
    }
    let most = &budget.most;
    match found.steps <= most.steps && found.memory <= most.memory && found.shown <= most.shown {
        true => Ok(found),
        false => Err(format!("{found:?} of {most:?}")),
    }
}

#[test]
fn what_a_reader_takes_grows_with_its_input_and_no_faster() {
    let mut problems = Vec::new();
    // `ONLY=PDF` looks at those alone that have the word.
    let only = std::env::var("ONLY").unwrap_or_default();
    for budget in BUDGETS.iter().filter(|it| format!("{}: {}", it.reader, it.hard).contains(&only)) {
        if let Err(problem) = judged(budget) {
            problems.push(format!("{}, {}: {problem}", budget.reader, budget.hard));
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn a_reader_that_looks_at_all_for_each_byte_is_seen_and_so_is_one_that_fills_the_memory() {
    let of = |reader| Budget {
        reader,
        hard: "letters",
        input: |size| vec![b'a'; 4_000 * size],
        most: most(1_000_000, 100, 0),
    };
    let problem = |reader| judged(&of(reader)).expect_err("it is too much");
    assert!(problem("a quadratic one").contains("steps more"));
    assert!(problem("a wasteful one").contains("memory"));
}
