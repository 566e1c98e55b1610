//! Audit time: where a quote for an initial certification is likely to start from.
//!
//! Gross auditor days by people under the organisation's control, as certification bodies publish them on the basis of
//! ISO/IEC 27006-1. Not a quote: a certification body adjusts it for sites, sector, complexity, outsourcing and in-house
//! development, and no percentage of that is invented here.

use serde_json::Value;
use std::fmt;

/// Auditor days, exact to the half day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuditDays {
    half_days: u8,
}

/// The most people of each row, and its half days.
const ROWS: [(u32, u8); 13] = [
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

/// The gross auditor days for so many people; `None` for nobody, and above 1,175, where only a certification body can
/// tell.
pub fn audit_time(people: u32) -> Option<AuditDays> {
    let row = ROWS.iter().find(|(most, _)| people <= *most).filter(|_| people > 0);
    row.map(|(_, half_days)| AuditDays { half_days: *half_days })
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
        let rows = [
            (1, 10, "5"),
            (11, 15, "6"),
            (16, 25, "7"),
            (26, 45, "8.5"),
            (46, 65, "10"),
            (66, 85, "11"),
            (86, 125, "12"),
            (126, 175, "13"),
            (176, 275, "14"),
            (276, 425, "15"),
            (426, 625, "16.5"),
            (626, 875, "17.5"),
            (876, 1175, "18.5"),
        ];
        for (first, last, days) in rows {
            for people in [first, last] {
                let time = audit_time(people).expect("a figure");
                assert_eq!(time.to_string(), days, "{people} people");
                assert_eq!(time.to_value().to_string(), days, "{people} people, in JSON");
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
