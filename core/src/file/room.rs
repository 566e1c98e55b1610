//! Whether there is room for a change: what is written can always be read again, so the limits of reading hold for
//! typing, pasting, merging and bringing in as well.

use super::limits::{LONGEST_TEXT, Limit, MOST_ENTRIES, check_lengths, is_longer};
use super::{FileError, Misfit};
use crate::assessment::{Assessment, Edit, FieldValue, Kind, Series};
use crate::catalogue::Catalogue;
use crate::date::Timestamp;

/// From how many bytes on a value is looked at with all others: below it, no number of values comes near the limit.
const LARGE: usize = 10_000;

impl Assessment {
    /// Checks that what a change makes of it can be read again.
    ///
    /// # Errors
    /// The error with which the file would be refused; the change is not to be made then.
    pub fn check(&self, edit: &Edit, catalogue: &Catalogue) -> Result<(), FileError> {
        let is_large = weight(edit) > LARGE;
        if !is_large && !matches!(edit, Edit::Batch(_)) {
            return self.check_alone(edit, catalogue);
        }
        let mut after = self.clone();
        after.take_on(edit, catalogue)?;
        match is_large {
            true => after.check_whole(catalogue),
            false => Ok(()),
        }
    }

    /// Checks a change by what it says alone. What comes of many is then to be checked at once, by
    /// [`Assessment::check_whole`].
    ///
    /// # Errors
    /// As [`Assessment::check`].
    pub fn check_each(&self, edit: &Edit, catalogue: &Catalogue) -> Result<(), FileError> {
        match edit {
            Edit::Batch(edits) => edits.iter().try_for_each(|edit| self.check_each(edit, catalogue)),
            edit => self.check_alone(edit, catalogue),
        }
    }

    /// Makes a change, piece by piece, each only where there is room for it.
    fn take_on(&mut self, edit: &Edit, catalogue: &Catalogue) -> Result<(), FileError> {
        if let Edit::Batch(edits) = edit {
            return edits.iter().try_for_each(|edit| self.take_on(edit, catalogue));
        }
        self.check_alone(edit, catalogue)?;
        self.apply(edit, &Timestamp::default());
        Ok(())
    }

    /// Checks one change by what it says and by the list that it adds to.
    fn check_alone(&self, edit: &Edit, catalogue: &Catalogue) -> Result<(), FileError> {
        let many = |place: &str| FileError::Value { place: place.to_owned(), misfit: Misfit::ManyEntries };
        let full = |len: usize| len >= MOST_ENTRIES;
        match edit {
            Edit::Set(part, field, value) => check_value(field.kind, value).map_err(|misfit| {
                let place = [part.section(), &part.id(catalogue), field.name].map(str::to_owned);
                let place: Vec<_> = place.into_iter().filter(|piece| !piece.is_empty()).collect();
                FileError::Value { place: place.join(", "), misfit }
            })?,
            Edit::Add(part) if Series::of(*part).is_some_and(|(series, _)| full(self.listed(series).0)) => {
                return Err(many(part.section()));
            }
            Edit::Link(id, ..) if self.controls.get(id).is_some_and(|entry| full(entry.risks.len())) => {
                return Err(many("controls"));
            }
            Edit::Includes(_, true) if full(self.shared.includes.len()) => return Err(many("shared")),
            Edit::Review(_, Some(review)) => check_lengths(review, "reviews")?,
            Edit::Unknown(unknown) => check_lengths(unknown, "")?,
            _ => {}
        }
        Ok(())
    }

    /// Checks all of it at once: that takes as long as it is large.
    ///
    /// # Errors
    /// The error with which its file would be refused.
    pub fn check_whole(&self, catalogue: &Catalogue) -> Result<(), FileError> {
        let document = self.to_value(catalogue);
        check_lengths(&document, "")?;
        Limit::ASSESSMENT.check(&format!("{document:#}\n"))
    }
}

fn check_value(kind: Kind, value: &FieldValue) -> Result<(), Misfit> {
    let long = |text: &String| is_longer(text, LONGEST_TEXT);
    match (kind, value) {
        (_, FieldValue::Text(text)) if long(text) => Err(Misfit::LongText),
        (_, FieldValue::Texts(texts)) if texts.len() > MOST_ENTRIES => Err(Misfit::ManyEntries),
        (_, FieldValue::Texts(texts)) if texts.iter().any(long) => Err(Misfit::LongText),
        (_, FieldValue::Evidence(all)) if all.len() > MOST_ENTRIES => Err(Misfit::ManyEntries),
        (_, FieldValue::Evidence(all))
            if all.iter().any(|it| long(&it.what) || long(&it.r#where) || long(&it.file.name)) =>
        {
            Err(Misfit::LongText)
        }
        (_, FieldValue::Risks(risks)) if risks.len() > MOST_ENTRIES => Err(Misfit::ManyEntries),
        (Kind::Number(most), FieldValue::Number(Some(number))) if *number > most => Err(Misfit::Number(most)),
        _ => Ok(()),
    }
}

/// How much an edit brings, in bytes or so.
fn weight(edit: &Edit) -> usize {
    match edit {
        Edit::Set(_, _, FieldValue::Text(text)) => text.len(),
        Edit::Set(_, _, FieldValue::Texts(texts)) => texts.iter().map(|text| text.len() + 10).sum(),
        // A piece of evidence has a fingerprint, or could have one.
        Edit::Set(_, _, FieldValue::Evidence(all)) => {
            all.iter().map(|it| it.what.len() + it.r#where.len() + it.file.name.len() + 200).sum()
        }
        Edit::Set(_, _, FieldValue::Risks(risks)) => risks.len() * 10,
        Edit::Review(..) | Edit::Unknown(_) => usize::MAX,
        Edit::Batch(edits) => edits.iter().map(weight).fold(0, usize::saturating_add),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Part;
    use crate::catalogue::{NonconformityId, RiskId};

    /// What can be read again as it is.
    fn is_read_again(assessment: &Assessment, catalogue: &Catalogue) -> bool {
        Assessment::from_file(&assessment.to_file(catalogue), catalogue).as_ref() == Ok(assessment)
    }

    /// Goes on with an edit until it is refused.
    fn until_refused(catalogue: &Catalogue, edit: impl Fn(usize) -> Edit) -> (usize, FileError) {
        let mut full = Assessment::new("full".parse().expect("an id"), "", Timestamp::new("2026-11-24T10:00:00Z"));
        for number in 0.. {
            let edit = edit(number);
            if let Err(error) = full.check(&edit, catalogue) {
                assert!(is_read_again(&full, catalogue), "{edit:?}: what was there before can't be read");
                full.apply(&edit, &full.updated.clone());
                assert!(!is_read_again(&full, catalogue), "{edit:?} is refused in vain");
                return (number, error);
            }
            full.apply(&edit, &full.updated.clone());
        }
        unreachable!("some edit is refused")
    }

    #[test]
    fn what_a_list_has_no_room_for_is_refused_and_all_before_it_can_be_read() {
        let catalogue = Catalogue::english();
        let risk = |n: usize| RiskId::parse(&format!("R{}", n + 1)).unwrap();
        let control = catalogue.parse_control("A.5.1").unwrap();
        let evidence = |n| (0..n).map(|it: usize| it.to_string().into()).collect::<Vec<_>>();
        let nonconformity = |n: usize| NonconformityId::parse(&format!("NC{}", n + 1)).unwrap();
        let edits: [&dyn Fn(usize) -> Edit; 5] = [
            &|n| Edit::Add(Part::Risk(risk(n))),
            &|n| Edit::Add(Part::Nonconformity(nonconformity(n))),
            &|n| Edit::Link(control, risk(n), true),
            &|n| Edit::control(control).item().evidence(evidence(MOST_ENTRIES - 3 + n)),
            &|n| Edit::Includes(format!("{n:064}"), true),
        ];
        for edit in edits {
            let (_, error) = until_refused(&catalogue, edit);
            assert!(matches!(error, FileError::Value { misfit: Misfit::ManyEntries, .. }), "{error}");
        }
    }

    #[test]
    fn no_field_takes_a_text_that_is_too_long_nor_all_of_them_together_more_than_a_file_holds() {
        let catalogue = Catalogue::english();
        let requirements: Vec<_> = catalogue.requirement_ids().collect();
        let risk = RiskId::parse("R1").unwrap();
        let mut assessment = Assessment::default();
        assessment.apply(&Edit::Add(Part::Risk(risk)), &Timestamp::default());
        let parts = [Part::Meta, Part::Profile, Part::Answer(requirements[0]), Part::Risk(risk)];
        for (part, field) in parts.into_iter().flat_map(|part| part.said().map(move |field| (part, field))) {
            // A letter of two bytes counts as one.
            let value = |length| match field.kind.unsaid() {
                FieldValue::Text(_) => Some(FieldValue::Text("ä".repeat(length))),
                FieldValue::Evidence(_) => Some(FieldValue::Evidence(vec!["ä".repeat(length).into()])),
                _ => None,
            };
            let Some((fits, not)) = value(LONGEST_TEXT).zip(value(LONGEST_TEXT + 1)) else { continue };
            assert_eq!(assessment.check(&Edit::Set(part, field, fits), &catalogue), Ok(()));
            let error = assessment.check(&Edit::Set(part, field, not), &catalogue).unwrap_err();
            assert!(
                matches!(&error, FileError::Value { place, misfit: Misfit::LongText } if place.contains(field.name))
            );
        }
        let long = "\u{1}".repeat(LONGEST_TEXT);
        let (number, error) = until_refused(&catalogue, |n| Edit::answer(requirements[n]).note(long.clone()));
        assert!(number > 20 && matches!(error, FileError::TooLong { .. }), "{number}: {error}");
    }

    #[test]
    fn many_large_changes_are_looked_at_once_with_all_that_comes_of_them() {
        let catalogue = Catalogue::english();
        let notes = |letter: &str| -> Vec<_> {
            let ids = catalogue.requirement_ids().take(100);
            ids.map(|id| Edit::answer(id).note(letter.repeat(LONGEST_TEXT))).collect()
        };
        let assessment = Assessment::default();
        // One after the other each would be looked at with all before it: 500 MB in all.
        assert_eq!(assessment.check(&Edit::Batch(notes("a")), &catalogue), Ok(()));
        let long = assessment.check(&Edit::Batch(notes("\u{1}")), &catalogue);
        assert!(matches!(long, Err(FileError::TooLong { .. })), "{long:?}");
        // Only what comes of all of them has to fit: here the last ones make room again.
        let room = [notes("\u{1}"), notes("b")].concat().into_iter().map(|edit| Edit::Batch(vec![edit]));
        assert_eq!(assessment.check(&Edit::Batch(room.collect()), &catalogue), Ok(()));
    }
}
