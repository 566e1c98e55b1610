//! The JSON Schema of `site.json`, made from types, for editors that complete and check while one types. It knows what
//! a schema can know; contrast and addresses are checked by [`crate::read`].

use crate::{known, settings::Part};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The schema.
pub fn site() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<SiteFile>().into()
}

/// Every entry can be left out.
fn left_out<T>(_: &T) -> bool {
    true
}

/// What no address holds; which ones are used, [`crate::read`] says.
const ADDRESS: &str = r"^[^\s<>\\]+$";

/// What the host of a Stage Zero site says of themselves. Every entry may be left out; the site is the standard one then.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Stage Zero site", deny_unknown_fields)]
struct SiteFile {
    /// Where this description lies, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "left_out")]
    schema: String,
    /// Your name, in header, title and foot of each page, and on the button that sends a quote brief to you.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(length(min = 1, max = 60))]
    name: String,
    /// Your logo: a picture in the folder of the site, such as `host/logo.svg`. It is shown 36 pixels high.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(regex(
        pattern = r"^[^/\s:\\?#][^\s:\\?#]*\.(svg|png|jpe?g|webp|avif|gif|SVG|PNG|JPE?G|WEBP|AVIF|GIF)$"
    ))]
    logo: String,
    /// Whether the logo shows your name already, so that it is not written beside it.
    #[serde(skip_serializing_if = "left_out")]
    logo_shows_name: bool,
    #[serde(skip_serializing_if = "left_out")]
    colours: ColoursFile,
    /// The language to begin with. A visitor's own choice counts more.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(extend("enum" = known::LANGUAGES))]
    language: String,
    /// What you say on the start page: a paragraph, or a list of them. Plain text.
    #[serde(skip_serializing_if = "left_out")]
    intro: ParagraphsFile,
    #[serde(skip_serializing_if = "left_out")]
    quote: QuoteFile,
    /// Your privacy notice: `https:`, `mailto:` or relative.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(regex(pattern = ADDRESS))]
    privacy: String,
    /// Your imprint: `https:`, `mailto:` or relative.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(regex(pattern = ADDRESS))]
    imprint: String,
    /// Parts that your visitors don't need.
    #[serde(skip_serializing_if = "left_out")]
    hide: Vec<PartFile>,
    /// What a new assessment knows of the organisation, by the id of the fact; the visitor can change it.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(extend("propertyNames" = serde_json::json!({ "enum": known::FACTS })))]
    facts: BTreeMap<String, bool>,
    /// Your own guidance beside ours, by the id of a requirement (`4.3-a`), a control (`A.5.1`) or a document (`doc-scope`).
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(extend("propertyNames" = serde_json::json!({ "enum": known::ITEMS })))]
    guidance: BTreeMap<String, GuidanceFile>,
    #[serde(skip_serializing_if = "left_out")]
    embed: EmbedFile,
}

/// Your colours. A pair that can't be read well enough (WCAG 2.2) is not used. The dark look follows from the light one
/// where it is left out.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ColoursFile {
    #[serde(skip_serializing_if = "left_out")]
    light: LookFile,
    #[serde(skip_serializing_if = "left_out")]
    dark: LookFile,
}

#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct LookFile {
    /// Of buttons, marks and chosen answers.
    #[serde(skip_serializing_if = "left_out")]
    accent: ColourFile,
    /// Of text on these; without it black or white, whichever is read better.
    #[serde(skip_serializing_if = "left_out")]
    on_accent: ColourFile,
    /// Of links; without it, it follows from the accent.
    #[serde(skip_serializing_if = "left_out")]
    link: ColourFile,
    /// Of the header's background; without it that of cards.
    #[serde(skip_serializing_if = "left_out")]
    header: ColourFile,
    /// Of text in the header; without it black or white, whichever is read better.
    #[serde(skip_serializing_if = "left_out")]
    on_header: ColourFile,
}

/// A colour such as `#14508a`.
#[derive(Serialize, JsonSchema)]
struct ColourFile(#[schemars(regex(pattern = r"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"))] String);

/// One paragraph, or a list of them. Plain text.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum ParagraphsFile {
    One(#[schemars(length(min = 1, max = 2000))] String),
    Several(Vec<String>),
}

/// Where visitors ask you for a quote. Nothing is sent by the site: it opens the page or a mail draft.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct QuoteFile {
    /// Your form, `https:` only.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(regex(pattern = r"^https://[^\s<>\\]+$"))]
    link: String,
    /// Your email address.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(regex(pattern = r"^[^\s@]+@[^\s@]+$"))]
    email: String,
}

/// The name of a part of the site.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("enum" = Part::ALL.map(Part::name)))]
struct PartFile(String);

/// What you say about an item: text, a link, or both.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct GuidanceFile {
    #[serde(skip_serializing_if = "left_out")]
    text: ParagraphsFile,
    /// Where to read more: `https:`, `mailto:` or relative.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(regex(pattern = ADDRESS))]
    link: String,
    /// What the link is called; without it, its address is shown.
    #[serde(skip_serializing_if = "left_out")]
    #[schemars(length(min = 1, max = 100))]
    link_name: String,
}

/// Pages of other origins that may show the site in a frame.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct EmbedFile {
    /// Their origins: `https://`, host, and port if there is one; nothing after it.
    parents: Vec<OriginFile>,
}

/// An origin such as `https://www.example.com`.
#[derive(Serialize, JsonSchema)]
struct OriginFile(
    #[schemars(regex(pattern = r"^https?://[a-z0-9.-]+(:[0-9]+)?$"))]
    String,
);
