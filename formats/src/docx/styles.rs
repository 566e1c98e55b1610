//! The styles by which everything looks as it does: whoever changes a style changes the whole document. A name such as
//! `$accent` stands for a colour.

use crate::look;

/// A style of paragraphs: its id and name, what it is based on, and its properties of paragraphs and of letters.
const PARAGRAPHS: [(&str, &str, &str, &str, &str); 17] = [
    (
        "Heading1",
        "heading 1",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"160\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:color w:val=\"$accent\"/><w:sz w:val=\"32\"/>",
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:sz w:val=\"24\"/>",
    ),
    (
        "Title",
        "Title",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/><w:color w:val=\"$accent\"/><w:sz w:val=\"48\"/>",
    ),
    (
        "Subtitle",
        "Subtitle",
        "Normal",
        "<w:spacing w:after=\"480\"/>",
        "<w:color w:val=\"$quiet\"/><w:sz w:val=\"24\"/>",
    ),
    (
        "Kicker",
        "Kicker",
        "Normal",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"36\" w:space=\"12\" w:color=\"$accent\"/></w:pBdr><w:spacing w:before=\"600\" w:after=\"480\"/>",
        "<w:b/><w:color w:val=\"$accent\"/>",
    ),
    ("Hint", "Hint", "Normal", "<w:spacing w:before=\"120\"/>", "<w:color w:val=\"$quiet\"/><w:sz w:val=\"18\"/>"),
    (
        "Quote",
        "Quote",
        "Normal",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"$strong\"/></w:pBdr><w:ind w:left=\"240\"/>",
        "",
    ),
    (
        "ListBullet",
        "List Bullet",
        "Normal",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>",
        "",
    ),
    ("Verdict", "Verdict", "Normal", "<w:keepNext/><w:spacing w:after=\"80\"/>", "<w:b/><w:sz w:val=\"32\"/>"),
    (
        "Caption",
        "caption",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/>",
        "<w:b/><w:sz w:val=\"18\"/>",
    ),
    (
        "ContentsHeading",
        "TOC Heading",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"80\"/>",
        "<w:b/><w:sz w:val=\"24\"/>",
    ),
    (
        "TOC1",
        "toc 1",
        "Normal",
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"40\"/>",
        "<w:color w:val=\"$accent\"/>",
    ),
    (
        "TableText",
        "Table Text",
        "Normal",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"16\"/>",
    ),
    ("TableFirst", "Table First", "TableText", "", "<w:b/>"),
    ("TableHead", "Table Head", "TableText", "<w:keepNext/>", "<w:b/><w:color w:val=\"FFFFFF\"/>"),
    (
        "TableGroup",
        "Table Group",
        "TableText",
        "<w:keepNext/>",
        "<w:b/><w:color w:val=\"$accent\"/><w:sz w:val=\"18\"/>",
    ),
    (
        "End",
        "End",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>",
        "<w:sz w:val=\"8\"/>",
    ),
];

const MARGIN: &str = "<w:color w:val=\"$quiet\"/><w:sz w:val=\"16\"/>";

/// The style sheet, for a language with its region.
pub(super) fn sheet(region: &str) -> String {
    let mut sheet = String::from(super::text::DECLARATION);
    sheet.push_str(&format!(
        "<w:styles xmlns:w=\"{}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/>\
         <w:szCs w:val=\"20\"/><w:lang w:val=\"{region}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
        super::text::W
    ));
    let margins = [("Header", "header"), ("Footer", "footer")].map(|(id, name)| (id, name, "Normal", "", MARGIN));
    for (id, name, base, paragraph, letters) in PARAGRAPHS.into_iter().chain(margins) {
        sheet.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{base}\"/>\
             <w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        ));
    }
    let line = |name| format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"$border\"/>");
    sheet.push_str(&format!(
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Stage Zero Grid\"/>\
         <w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>{}{}{}</w:tblBorders><w:tblCellMar>\
         <w:top w:w=\"30\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom w:w=\"30\" w:type=\"dxa\"/>\
         <w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>",
        line("top"),
        line("bottom"),
        line("insideH")
    ));
    let colours = [
        ("$accent", look::ACCENT),
        ("$quiet", look::QUIET),
        ("$strong", look::STRONG_BORDER),
        ("$border", look::BORDER),
    ];
    colours.into_iter().fold(sheet, |sheet, (name, ink)| sheet.replace(name, &look::hex(ink)))
}
