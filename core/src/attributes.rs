//! The attributes by which ISO/IEC 27002:2022 sorts the controls of Annex A: what a list of controls can be looked
//! through by.

use crate::catalogue::{Control, Word};

/// A value of an attribute: its name in files, and what a person reads.
pub type Value = (&'static str, Word);

/// An attribute.
#[derive(Debug)]
pub struct Attribute {
    /// Its name in files, such as `concepts`.
    pub name: &'static str,
    /// What a person calls it.
    pub heading: Word,
    /// Its values, in their order.
    pub values: &'static [Value],
}

/// The attributes, in the order in which the standard has them. The content compiler knows the same names in the same
/// order.
pub const ATTRIBUTES: [Attribute; 5] = {
    use Word::*;
    [
        Attribute {
            name: "types",
            heading: AttributeTypes,
            values: &[
                ("preventive", AttributePreventive),
                ("detective", AttributeDetective),
                ("corrective", AttributeCorrective),
            ],
        },
        Attribute {
            name: "properties",
            heading: AttributeProperties,
            values: &[
                ("confidentiality", AttributeConfidentiality),
                ("integrity", AttributeIntegrity),
                ("availability", AttributeAvailability),
            ],
        },
        Attribute {
            name: "concepts",
            heading: AttributeConcepts,
            values: &[
                ("identify", AttributeIdentify),
                ("protect", AttributeProtect),
                ("detect", AttributeDetect),
                ("respond", AttributeRespond),
                ("recover", AttributeRecover),
            ],
        },
        Attribute {
            name: "capabilities",
            heading: AttributeCapabilities,
            values: &[
                ("governance", AttributeGovernance),
                ("asset_management", AttributeAssetManagement),
                ("information_protection", AttributeInformationProtection),
                ("human_resource_security", AttributeHumanResourceSecurity),
                ("physical_security", AttributePhysicalSecurity),
                ("system_and_network_security", AttributeSystemAndNetworkSecurity),
                ("application_security", AttributeApplicationSecurity),
                ("secure_configuration", AttributeSecureConfiguration),
                ("identity_and_access_management", AttributeIdentityAndAccessManagement),
                ("threat_and_vulnerability_management", AttributeThreatAndVulnerabilityManagement),
                ("continuity", AttributeContinuity),
                ("supplier_relationships_security", AttributeSupplierRelationshipsSecurity),
                ("legal_and_compliance", AttributeLegalAndCompliance),
                ("information_security_event_management", AttributeInformationSecurityEventManagement),
                ("information_security_assurance", AttributeInformationSecurityAssurance),
            ],
        },
        Attribute {
            name: "domains",
            heading: AttributeDomains,
            values: &[
                ("governance_and_ecosystem", AttributeGovernanceAndEcosystem),
                ("protection", AttributeProtection),
                ("defence", AttributeDefence),
                ("resilience", AttributeResilience),
            ],
        },
    ]
};

/// The values that a control has of the attribute at a position of [`ATTRIBUTES`].
pub fn values(control: &Control, attribute: usize) -> impl Iterator<Item = &'static Value> {
    let before: usize = ATTRIBUTES[..attribute].iter().map(|it| it.values.len()).sum();
    let bits = u32::from_str_radix(control.attributes, 16).unwrap_or(0) >> before;
    let values = ATTRIBUTES[attribute].values.iter().enumerate();
    values.filter(move |(index, _)| bits >> index & 1 == 1).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::{ATTRIBUTES, values};
    use crate::Catalogue;
    use crate::catalogue::Control;

    fn names(control: &Control) -> String {
        let of = |attribute| values(control, attribute).map(|(name, _)| *name).collect::<Vec<_>>().join(" ");
        (0..ATTRIBUTES.len()).map(of).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_control_has_the_attributes_that_its_file_names() {
        let catalogue = Catalogue::english();
        let of = |id: &str| names(catalogue.controls.iter().find(|control| control.id == id).expect("a control"));
        let everything = "confidentiality integrity availability";
        assert_eq!(
            of("A.5.22"),
            format!(
                "preventive, {everything}, identify, supplier_relationships_security information_security_assurance, \
                 governance_and_ecosystem protection defence"
            )
        );
        assert_eq!(of("A.8.13"), "corrective, integrity availability, recover, continuity, protection");
        assert_eq!(
            of("A.8.16"),
            format!(
                "detective corrective, {everything}, detect respond, information_security_event_management, defence"
            )
        );
    }

    #[test]
    fn every_control_has_a_value_of_each_attribute_and_the_types_that_it_is_known_by() {
        for control in &Catalogue::english().controls {
            assert!((0..ATTRIBUTES.len()).all(|it| values(control, it).next().is_some()), "{}", control.id);
            let letters: String = values(control, 0).filter_map(|(name, _)| name.chars().next()).collect();
            assert_eq!(letters.to_uppercase(), control.types, "{}", control.id);
        }
    }
}
