//! `stage-zero schema`: the JSON Schemas of all formats.

use crate::Printed;
use readiness::schema;
use serde_json::json;

pub fn run() -> Printed {
    let all = json!({
        "assessment": schema::assessment(),
        "result": schema::result(),
        "review": schema::review(),
        "site": host::schema::site(),
    });
    Printed::json(&all)
}
