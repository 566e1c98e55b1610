//! Tables as CSV.

use crate::Source;
use readiness::report::csv;

pub(crate) fn soa(source: &Source<'_>) -> Vec<u8> {
    csv::soa(source.catalogue, source.assessment).into_bytes()
}

pub(crate) fn answers(source: &Source<'_>) -> Vec<u8> {
    csv::answers(source.catalogue, source.assessment).into_bytes()
}

pub(crate) fn plan(source: &Source<'_>) -> Vec<u8> {
    // Without a plan the format is not offered at all.
    crate::plan(source).map_or_else(String::new, |plan| csv::of(source.catalogue, &plan)).into_bytes()
}
