//! Audit time: where a quote for a certification is likely to start from.
//!
//! Gross auditor days by people under the organisation's control within the scope, as certification bodies publish them
//! on the basis of ISO/IEC 27006-1:2024, Annex C. Not a quote: a certification body adjusts it for sites, sector,
//! complexity, outsourcing, identical tasks and in-house development, and no percentage of that is invented here.

use serde_json::Value;
use std::fmt;

/// Auditor days, exact to the half day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuditDays {
    half_days: u8,
}

/// The most people of each row, and its half days.
pub const ROWS: [(u32, u8); 13] = [
    (10, 10),
    (15, 12),
    (25, 14),
    (45, 17),
    (65, 20),
    (85, 22),
    (125, 24),
    (175, 26),
    (275, 28),
    (425, 30),
    (625, 33),
    (875, 35),
    (1175, 37),
];

/// The audit time of a certificate's three years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditTime {
    initial: AuditDays,
}

/// The audit time for so many people; `None` for nobody, and above 1,175, where only a certification body can tell.
pub fn audit_time(people: u32) -> Option<AuditTime> {
    let row = ROWS.iter().find(|(most, _)| people <= *most).filter(|_| people > 0);
    row.map(|(_, half_days)| AuditTime { initial: AuditDays { half_days: *half_days } })
}

impl AuditTime {
    /// Stage 1 and stage 2 together.
    pub fn initial(self) -> AuditDays {
        self.initial
    }

    /// Each of the two surveillance audits: a third of the initial audit, rounded up to half a day.
    pub fn surveillance(self) -> AuditDays {
        AuditDays { half_days: self.initial.half_days.div_ceil(3) }
    }

    /// The audit at the end of the three years: two thirds of the initial one, rounded up to half a day.
    pub fn recertification(self) -> AuditDays {
        AuditDays { half_days: (2 * self.initial.half_days).div_ceil(3) }
    }

    /// The initial audit and two surveillance audits.
    pub fn three_years(self) -> AuditDays {
        AuditDays { half_days: self.initial.half_days + 2 * self.surveillance().half_days }
    }
}

impl AuditDays {
    /// The number of half days.
    pub fn half_days(self) -> u8 {
        self.half_days
    }

    /// The days as a JSON number: `6` or `8.5`.
    pub fn to_value(self) -> Value {
        match self.half_days % 2 {
            0 => Value::from(self.half_days / 2),
            _ => Value::from(f64::from(self.half_days) / 2.0),
        }
    }
}

impl fmt::Display for AuditDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.half_days.is_multiple_of(2) { "" } else { ".5" };
        write!(f, "{}{half}", self.half_days / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::audit_time;

    #[test]
    fn each_row_holds_from_its_first_to_its_last_number_of_people() {
        // Initial audit, surveillance (a third), recertification (two thirds), three years.
        let rows = [
            (1, 10, ["5", "2", "3.5", "9"]),
            (11, 15, ["6", "2", "4", "10"]),
            (16, 25, ["7", "2.5", "5", "12"]),
            (26, 45, ["8.5", "3", "6", "14.5"]),
            (46, 65, ["10", "3.5", "7", "17"]),
            (66, 85, ["11", "4", "7.5", "19"]),
            (86, 125, ["12", "4", "8", "20"]),
            (126, 175, ["13", "4.5", "9", "22"]),
            (176, 275, ["14", "5", "9.5", "24"]),
            (276, 425, ["15", "5", "10", "25"]),
            (426, 625, ["16.5", "5.5", "11", "27.5"]),
            (626, 875, ["17.5", "6", "12", "29.5"]),
            (876, 1175, ["18.5", "6.5", "12.5", "31.5"]),
        ];
        for (first, last, expected) in rows {
            for people in [first, last] {
                let time = audit_time(people).expect("a figure");
                let days = [time.initial(), time.surveillance(), time.recertification(), time.three_years()];
                assert_eq!(days.map(|days| days.to_string()), expected, "{people} people");
                assert_eq!(days.map(|days| days.to_value().to_string()), expected, "{people} people, in JSON");
            }
        }
    }

    #[test]
    fn nobody_and_more_than_1175_people_have_no_figure() {
        assert_eq!(audit_time(0), None);
        assert_eq!(audit_time(1176), None);
        assert_eq!(audit_time(u32::MAX), None);
    }
}
