//! The order of the standard: 4.10 after 4.2, `A.5.10` after `A.5.2`, Annex A after the clauses.

/// A key to sort ids and places by.
pub(crate) fn of_the_standard(id: &str) -> Vec<(bool, u32, String)> {
    id.split(['.', ' ', '-'])
        .map(|part| match part.parse::<u32>() {
            Ok(number) => (false, number, String::new()),
            Err(_) => (true, 0, part.to_owned()),
        })
        .collect()
}
