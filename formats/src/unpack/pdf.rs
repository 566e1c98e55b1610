//! What is attached to a PDF, and what is on its pages, as those who read PDFs find it: whichever program has saved it.

use super::{MOST, UnpackError, read_up_to};
use crate::pdf::{ASSESSMENT, RESULT};
use flate2::read::ZlibDecoder;
use hayro_syntax::object::{Array, Dict, Name, Stream, String as Text};
use hayro_syntax::{Filter, LoadPdfError, Pdf};
use readiness::Catalogue;
use readiness::report::{self, Opened};
use std::collections::BTreeMap;

/// How many nodes of a tree of names are looked at: one that leads round in a circle has no end.
const MOST_NODES: usize = 1_000;
/// How many attached files of one name are compared. Ours is there once.
const MOST_OF_A_NAME: usize = 20;

/// A PDF that was taken apart.
pub(crate) struct Document {
    pdf: Pdf,
    length: usize,
}

/// What a page shows: what is drawn on it, and how many notes of each kind lie on it.
#[derive(Default)]
pub(crate) struct Sheet {
    pub drawn: Vec<u8>,
    pub notes: BTreeMap<Vec<u8>, usize>,
}

impl Document {
    pub fn read(bytes: &[u8]) -> Result<Self, UnpackError> {
        let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
            LoadPdfError::Decryption(_) => UnpackError::PdfPassword,
            LoadPdfError::Invalid => UnpackError::Damaged,
        })?;
        Ok(Self { pdf, length: bytes.len() })
    }

    /// What it carries.
    pub fn open(&self, catalogue: &Catalogue) -> Result<Opened, UnpackError> {
        let assessment = text(self.attached(ASSESSMENT)?)?;
        let result = self.attached(RESULT).and_then(text).ok();
        let said = self.root().and_then(|root| root.get::<Text<'_>>("Lang")).map(|said| decoded(&said));
        Ok(report::open_attached(&assessment, result.as_deref(), &said.unwrap_or_default(), catalogue)?)
    }

    /// Whether two of the files that are attached, and are not the same, have the name of one of ours.
    pub fn is_ambiguous(&self) -> bool {
        [ASSESSMENT, RESULT].iter().any(|name| {
            let files = self.of_name(name);
            let mut room = Room::default();
            let mut contents = files.iter().take(MOST_OF_A_NAME).map(|file| room.content(file));
            let first = contents.next();
            contents.any(|other| Some(other) != first) || files.len() > MOST_OF_A_NAME
        })
    }

    /// Its pages in their order. One that can't be read is empty; beyond [`MOST`] bytes all are.
    pub fn sheets(&self) -> Vec<Sheet> {
        let (mut room, mut looks) = (Room::default(), self.looks());
        let mut sheet = |page: &Dict<'_>| {
            let mut sheet = Sheet::default();
            let mut list = |name: &str| {
                let list = Some(page).filter(|_| looks.0 > 0).and_then(|page| page.get::<Array<'_>>(name));
                list.filter(|list| looks.sees(list.data())).unwrap_or_default()
            };
            let (parts, notes) = (list("Contents"), list("Annots"));
            for part in page.get::<Stream<'_>>("Contents").into_iter().chain(parts.iter()) {
                sheet.drawn.extend(room.content(&part).unwrap_or_default());
            }
            let notes = notes.iter::<Dict<'_>>();
            for note in notes.take(MOST_NODES).take_while(|note| looks.sees(note.data())) {
                *sheet.notes.entry(kind(&note)).or_default() += 1;
            }
            sheet
        };
        self.pdf.pages().iter().map(|page| sheet(page.raw())).collect()
    }

    /// How many bytes of its objects are looked at, those that many others name each time anew. Ours are looked at once,
    /// and packed they are no twentieth of what they unpack to.
    fn looks(&self) -> Room {
        Room(20 * self.length)
    }

    fn root(&self) -> Option<Dict<'_>> {
        self.pdf.xref().get(self.pdf.xref().root_id())
    }

    /// What the first file of a name holds that a reader's list of attachments shows.
    fn attached(&self, name: &str) -> Result<Vec<u8>, UnpackError> {
        content(self.of_name(name).first().ok_or(UnpackError::NoAttachment)?, MOST)
    }

    /// The attached files of a name, as readers list them: by the tree of names (ISO 32000-1, 7.11.4), and only where that
    /// is gone by what the document is associated with.
    fn of_name(&self, name: &str) -> Vec<Stream<'_>> {
        let Some(root) = self.root() else { return Vec::new() };
        let (mut found, mut looks) = (Vec::new(), self.looks());
        let tree = root.get::<Dict<'_>>("Names").and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles"));
        let mut ahead: Vec<Dict<'_>> = tree.into_iter().collect();
        for _ in 0..MOST_NODES {
            let Some(node) = ahead.pop() else { break };
            let mut pairs = node.get::<Array<'_>>("Names").unwrap_or_default().flex_iter();
            while let Some(entry) = pairs.next::<Text<'_>>() {
                found.extend(pairs.next::<Dict<'_>>().filter(|file| looks.sees(&entry) && looks.sees(file.data())));
                if looks.0 == 0 {
                    break;
                }
            }
            let kids = node.get::<Array<'_>>("Kids").unwrap_or_default().iter::<Dict<'_>>().take(MOST_NODES);
            let kids: Vec<_> = kids.take_while(|kid| looks.sees(kid.data())).collect();
            ahead.extend(kids.into_iter().rev());
        }
        if found.is_empty() {
            found.extend(root.get::<Array<'_>>("AF").unwrap_or_default().iter::<Dict<'_>>().take(MOST_NODES));
        }
        let mut looks = self.looks();
        let named = |file: &Dict<'_>| {
            let said = file.get::<Text<'_>>("UF").or_else(|| file.get::<Text<'_>>("F"));
            said.is_some_and(|said| looks.sees(&said) && decoded(&said) == name)
        };
        found.into_iter().filter(named).filter_map(|file| stream(&file)).collect()
    }
}

/// How many bytes may still be taken out of a document. What is looked at counts as well as what comes out, and each time
/// anew: all pages may share one stream.
struct Room(usize);

impl Default for Room {
    fn default() -> Self {
        Self(MOST)
    }
}

impl Room {
    /// Looks at an object; not any more once there is no room.
    fn sees(&mut self, object: &[u8]) -> bool {
        self.0 = self.0.saturating_sub(object.len());
        self.0 > 0
    }

    /// What a stream holds. Once one is too much, there is no room for any other.
    fn content(&mut self, stream: &Stream<'_>) -> Result<Vec<u8>, UnpackError> {
        if self.0 == 0 {
            return Err(UnpackError::TooLong);
        }
        let content = content(stream, self.0);
        let taken = content.as_ref().map_or(self.0, Vec::len) + stream.raw_data().len();
        self.0 = self.0.saturating_sub(taken);
        content
    }
}

/// The file that a specification of one embeds.
fn stream<'a>(specification: &Dict<'a>) -> Option<Stream<'a>> {
    let versions = specification.get::<Dict<'a>>("EF")?;
    versions.get::<Stream<'a>>("UF").or_else(|| versions.get::<Stream<'a>>("F"))
}

/// What kind of note lies on a page; a signature is a field of a form.
fn kind(note: &Dict<'_>) -> Vec<u8> {
    let field = |dict: &Dict<'_>| dict.get::<Name<'_>>("FT").map(|kind| kind.to_vec());
    let parent = || note.get::<Dict<'_>>("Parent").and_then(|parent| field(&parent));
    let subtype = || note.get::<Name<'_>>("Subtype").map(|kind| kind.to_vec());
    field(note).or_else(parent).or_else(subtype).unwrap_or_default()
}

/// What a stream holds, if that is no more than `most` bytes.
fn content(stream: &Stream<'_>, most: usize) -> Result<Vec<u8>, UnpackError> {
    let raw = stream.raw_data();
    match (&stream.filters()[..], stream.dict().contains_key("DecodeParms")) {
        ([], _) if raw.len() <= most => Ok(raw.into_owned()),
        ([Filter::FlateDecode], false) => read_up_to(most, ZlibDecoder::new(&raw[..])),
        _ => {
            let content = stream.decoded_data().map_err(|_| UnpackError::Damaged)?;
            if content.len() > most { Err(UnpackError::TooLong) } else { Ok(content.into_owned()) }
        }
    }
}

fn text(bytes: Vec<u8>) -> Result<String, UnpackError> {
    String::from_utf8(bytes).map_err(|_| UnpackError::Damaged)
}

/// A text of a PDF: in UTF-16 if it says so, else as far as ASCII goes.
fn decoded(text: &[u8]) -> String {
    match text {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<_> = rest.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8_lossy(text).into_owned(),
    }
}
