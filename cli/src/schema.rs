//! `stage-zero schema`: the JSON Schemas of both formats.

use crate::Printed;
use readiness::schema;
use serde_json::json;

pub fn run() -> Printed {
    let both = json!({ "assessment": schema::assessment(), "result": schema::result() });
    format!("{both:#}\n").into()
}
