//! Names that stay the same: UUIDs of version 5 (RFC 9562), the only ones beside the random ones that OSCAL takes, and ids.

use readiness::catalogue::{Catalogue, ControlId, RequirementId};
use sha1::{Digest, Sha1};

/// The name space of addresses.
const ADDRESSES: [u8; 16] =
    [0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];

/// A name space of our own: one assessment's, or one catalogue's.
pub struct Names([u8; 16]);

impl Names {
    /// The one of a kind of thing with an id, such as `assessment`.
    pub fn of(kind: &str, id: &str) -> Self {
        Self(hashed(&ADDRESSES, &format!("urn:stage-zero:{kind}:{id}")))
    }

    /// The UUID of what has these words as its path.
    pub fn uuid(&self, path: &[&str]) -> String {
        let hex: String = hashed(&self.0, &path.join("/")).iter().map(|byte| format!("{byte:02x}")).collect();
        [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
    }
}

fn hashed(space: &[u8; 16], name: &str) -> [u8; 16] {
    let digest = Sha1::new().chain_update(space).chain_update(name).finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    id[6] = id[6] & 0x0f | 0x50;
    id[8] = id[8] & 0x3f | 0x80;
    id
}

/// The id of a requirement as a control of OSCAL, which starts with a letter: `req-4.3-document`.
pub fn requirement(catalogue: &Catalogue, id: RequirementId) -> String {
    format!("req-{}", id.name(catalogue))
}

/// The id of a control: `a.5.1`, or `c.1` for one of the organisation's own.
pub fn control(catalogue: &Catalogue, id: ControlId) -> String {
    id.name(catalogue).to_lowercase()
}

/// The id of what a control says.
pub fn statement(control: &str) -> String {
    format!("{control}_smt")
}

#[cfg(test)]
mod tests {
    use super::{ADDRESSES, Names};

    #[test]
    fn a_name_gives_the_uuid_that_the_standard_gives() {
        // RFC 9562, appendix A.4, in the name space of domain names.
        let mut domains = ADDRESSES;
        domains[3] = 0x10;
        assert_eq!(Names(domains).uuid(&["www.example.com"]), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }
}
