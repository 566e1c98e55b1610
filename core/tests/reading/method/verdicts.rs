//! The verdicts, read from the text.

use super::{Reading, is_audit_or_review, level_of};

impl Reading<'_> {
    /// Whether `part` is below `percent` of `whole`.
    fn below(part: usize, whole: usize, percent: usize) -> bool {
        part * 100 < whole * percent
    }

    /// Whether R, D or C is below `percent`.
    fn too_little_answered(&self, stage: u8, percent: usize) -> bool {
        let answered = self.register.requirements.iter().filter(|row| self.level(row[0]).is_some()).count();
        let documents: Vec<_> = self.register.documents.iter().filter(|row| row[2] == "always").collect();
        let known = documents.iter().filter(|row| self.assessment["documents"][row[0]]["status"].is_string()).count();
        let counts = |id: &&String| match self.decision(id) {
            Some("applicable") => stage == 1 || level_of(self.control(id)).is_some(),
            Some(_) => true,
            None => false,
        };
        let decided = self.register.controls.iter().filter(counts).count();
        Self::below(answered, self.register.requirements.len(), percent)
            || Self::below(known, documents.len(), percent)
            || Self::below(decided, self.register.controls.len(), percent)
    }

    fn must_be_known(subclause: &str) -> bool {
        ["6.1.2", "6.1.3", "8.2", "8.3"].contains(&subclause) || is_audit_or_review(subclause)
    }

    /// The verdict on stage 1; `contradicted`: whether a contradiction stands.
    pub fn stage_one(&self, contradicted: bool) -> &'static str {
        if self.too_little_answered(1, 80) {
            return "open";
        }
        let findings = self.findings();
        let at_stage_one =
            |document: &str| self.register.documents.iter().any(|row| row[0] == document && row[4] == "yes");
        let found = |wanted: &[&str], grade: &str, place: &dyn Fn(&str) -> bool| {
            findings.iter().any(|(rule, graded, at, _)| wanted.contains(&rule.as_str()) && graded == grade && place(at))
        };
        let (low, _, count) = self.twelfths(1, |_| true);
        let anywhere = |_: &str| true;
        if found(&["document_missing"], "major", &at_stage_one)
            || found(&["absent"], "major", &|at| ["4.3", "5.2", "6.1.2", "6.1.3"].contains(&at))
            || found(&["soa_incomplete"], "major", &anywhere)
            || low * 100 < 60 * 12 * count
        {
            return "not_ready";
        }
        let short = self.register.requirements.iter().any(|row| {
            (["4.3", "5.2", "6.1.2", "6.1.3", "8.2"].contains(&row[1]) || is_audit_or_review(row[1]))
                && self.level(row[0]).is_none_or(|level| level < self.target(row, 1))
        });
        let nearly = low * 100 < 90 * 12 * count
            || found(&["document_missing", "document_draft"], "minor", &at_stage_one)
            || found(&["soa_incomplete"], "minor", &anywhere)
            || short
            || contradicted;
        if nearly { "nearly" } else { "ready" }
    }

    /// The verdict on stage 2.
    pub fn stage_two(&self, contradicted: bool) -> &'static str {
        let unknown = |row: &&[&str; 3]| Self::must_be_known(row[1]) && self.level(row[0]).is_none();
        if self.too_little_answered(2, 95) || self.register.requirements.iter().any(|row| unknown(&row)) {
            return "open";
        }
        let findings = self.findings();
        let graded = |grade: &str| findings.iter().any(|(_, graded, _, _)| graded == grade);
        match (graded("major"), graded("minor") || contradicted) {
            (true, _) => "not_ready",
            (false, true) => "nearly",
            (false, false) => "ready",
        }
    }
}
