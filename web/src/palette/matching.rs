//! Which texts fit what was typed, and which fit best.

use readiness::search::{Query, Text};

/// The positions of the texts that fit, the best first: the places among them (there are so many at the beginning), then
/// guidance about what is not among those. All places, in their order, if nothing was typed. Where no text has a word of
/// it, those places fit that have its letters in their order.
pub fn best(typed: &str, query: &Query, texts: &[&Text], places: usize) -> Vec<usize> {
    let (here, there) = texts.split_at(places);
    if typed.trim().is_empty() {
        return (0..places).collect();
    }
    let (here, there) = (query.find(here.iter().copied()), query.find(there.iter().copied()));
    let there_too = |found: &mut Vec<usize>, there: Vec<usize>| {
        let is_new = |found: &[usize], at: usize| !found.iter().any(|known| texts[*known].id == texts[at].id);
        let new: Vec<usize> = there.into_iter().map(|at| places + at).filter(|at| is_new(found, *at)).collect();
        found.extend(new);
    };
    let mut found = if here.some_words { Vec::new() } else { here.texts.clone() };
    if !there.some_words {
        there_too(&mut found, there.texts.clone());
    }
    if found.is_empty() {
        found = here.texts;
        there_too(&mut found, there.texts);
    }
    if found.is_empty() {
        let typed = typed.trim().to_lowercase();
        found = (0..places).filter(|at| letters(&typed, &texts[*at].title.to_lowercase())).collect();
    }
    found
}

/// Whether a text has these letters in their order; fewer than three would be anywhere.
fn letters(typed: &str, text: &str) -> bool {
    let mut letters = text.chars();
    typed.chars().count() > 2 && typed.chars().all(|wanted| letters.any(|letter| letter == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use readiness::Catalogue;

    const PLACES: usize = 5;
    const TEXTS: [&str; 7] = [
        "Risks",
        "6.1.2 Assessing risks",
        "A.8.13 Information backup",
        "Backup plan",
        "Statement of Applicability",
        // Guidance.
        "Backup",
        "A.8.13 Information backup",
    ];

    fn found(typed: &str) -> Vec<&'static str> {
        let catalogue = Catalogue::english();
        let texts = TEXTS
            .map(|title| Text::named(title.strip_suffix(" Information backup").unwrap_or(title), title.to_owned()));
        let texts: Vec<&Text> = texts.iter().collect();
        let positions = best(typed, &Query::new(&catalogue, typed), &texts, PLACES);
        positions.into_iter().map(|index| TEXTS[index]).collect()
    }

    #[test]
    fn nothing_typed_lists_everything_in_its_order() {
        assert_eq!(found(" "), TEXTS[..PLACES]);
    }

    #[test]
    fn the_shortest_name_with_the_word_comes_first() {
        assert_eq!(found("risk"), ["Risks", "6.1.2 Assessing risks"]);
        assert_eq!(found("PLAN"), ["Backup plan"]);
    }

    #[test]
    fn what_is_meant_by_a_word_comes_first_and_guidance_last() {
        assert_eq!(found("backups"), ["A.8.13 Information backup", "Backup plan", "Backup"]);
    }

    #[test]
    fn words_fit_in_any_order_and_some_of_them_where_nothing_has_all() {
        assert_eq!(found("risks 6.1"), ["6.1.2 Assessing risks"]);
        assert_eq!(found("plan risks").len(), 3);
    }

    #[test]
    fn letters_left_out_are_forgiven_where_nothing_fits_better() {
        assert_eq!(found("applcblty"), ["Statement of Applicability"]);
        assert_eq!(found("zz"), [""; 0]);
    }
}
