//! The attributes by which ISO/IEC 27002:2022 sorts controls, beside their types: each a closed set of values, of which a
//! control has one at least.

/// Properties that a control protects, concepts, capabilities and domains: each set in its order.
const SETS: [&[&str]; 4] = [
    &["confidentiality", "integrity", "availability"],
    &["identify", "protect", "detect", "respond", "recover"],
    &[
        "governance",
        "asset_management",
        "information_protection",
        "human_resource_security",
        "physical_security",
        "system_and_network_security",
        "application_security",
        "secure_configuration",
        "identity_and_access_management",
        "threat_and_vulnerability_management",
        "continuity",
        "supplier_relationships_security",
        "legal_and_compliance",
        "information_security_event_management",
        "information_security_assurance",
    ],
    &["governance_and_ecosystem", "protection", "defence", "resilience"],
];

/// The values of a line as bits, the first value of the first set lowest; what is wrong with the line otherwise.
pub(crate) fn bits(line: &str) -> Result<u32, String> {
    let mut bits = 0_u32;
    for name in line.split_whitespace() {
        let position = SETS.into_iter().flatten().position(|known| *known == name);
        let bit = 1_u32 << position.ok_or_else(|| format!("'{name}' is no value of an attribute"))?;
        if bits >= bit {
            return Err(format!("'{name}' comes too late: the order is that of content/README.md"));
        }
        bits |= bit;
    }
    let mut rest = bits;
    for set in SETS {
        if rest & ((1 << set.len()) - 1) == 0 {
            return Err(format!("'attributes' lacks one of '{}'", set.join(" ")));
        }
        rest >>= set.len();
    }
    Ok(bits)
}

#[cfg(test)]
mod tests {
    use super::bits;

    #[test]
    fn values_become_bits_and_each_set_has_one_in_its_order() {
        assert_eq!(bits("confidentiality identify governance governance_and_ecosystem"), Ok(0x80_0109));
        let wrong = |line| bits(line).expect_err("it is wrong");
        assert!(wrong("identify confidentiality governance protection").contains("'confidentiality' comes too late"));
        assert!(wrong("integrity integrity protect continuity protection").contains("'integrity' comes too late"));
        assert!(wrong("confidentiality identify governance").contains("lacks one of 'governance_and_ecosystem"));
        assert!(wrong("confidentiality identity").contains("'identity' is no value"));
    }
}
