//! People find what they mean by the words that they use, in each language.

use content_compiler::{Reach, chunks, load, pack};
use readiness::Catalogue;
use readiness::search::{Query, Text, texts};
use std::path::Path;
use std::sync::LazyLock;

/// What people type, and the item that has to come first.
const ENGLISH: [(&str, &str); 46] = [
    ("MFA", "A.8.5"),
    ("2fa", "A.8.5"),
    ("two-factor", "A.8.5"),
    ("two factor authentication", "A.8.5"),
    ("passwords", "A.5.17"),
    ("antivirus", "A.8.7"),
    ("ransomware", "A.8.7"),
    ("phishing", "A.6.3"),
    ("pentest", "A.8.29"),
    ("pen testing", "A.8.29"),
    ("data breach", "A.5.26"),
    ("patches", "A.8.8"),
    ("backup", "A.8.13"),
    ("backups", "A.8.13"),
    ("disaster recovery", "A.5.30"),
    ("GDPR", "A.5.34"),
    ("HIPAA", "A.5.31"),
    ("NIS 2", "A.5.31"),
    ("encryption", "A.8.24"),
    ("open source", "A.5.32"),
    ("laptops", "A.8.1"),
    ("USB sticks", "A.7.10"),
    ("VPN", "A.8.21"),
    ("firewalls", "A.8.20"),
    ("data center", "A.7.11"),
    ("working from home", "A.6.7"),
    ("visitors", "A.7.2"),
    ("vendor", "A.5.19"),
    ("vendors", "A.5.19"),
    ("third party risk", "A.5.19"),
    ("NDA", "A.6.6"),
    ("non-disclosure agreement", "A.6.6"),
    ("background checks", "A.6.1"),
    ("CISO", "5.3-assigned"),
    ("SoA", "doc-soa"),
    ("risk register", "doc-risk-assessment-results"),
    ("root cause", "10.2"),
    ("metrics", "9.1-a"),
    ("program audit", "9.2.2-programme"),
    ("climate", "4.1-climate"),
    ("8.13", "A.8.13"),
    ("6.1.2", "6.1.2"),
    ("price", "learn/cost"),
    ("timeline", "learn/journey"),
    ("ISO 19011", "learn/standards"),
    ("residual risk", "glossary/residual-risk"),
];

/// What has to come first, and how people ask for it in English, German and Spanish.
const EVERYWHERE: [(&str, [&str; 3]); 40] = [
    ("A.8.5", ["MFA", "MFA", "doble factor"]),
    ("A.8.7", ["antivirus", "Virenschutz", "antivirus"]),
    ("A.8.29", ["pentest", "Pentest", "prueba de penetración"]),
    ("A.5.34", ["GDPR", "DSGVO", "RGPD"]),
    ("A.8.13", ["backups", "Backups", "copias de seguridad"]),
    ("A.5.17", ["passwords", "Passwörter", "contraseñas"]),
    ("A.8.24", ["encryption", "Verschlüsselung", "criptografia"]),
    ("A.6.7", ["working from home", "Homeoffice", "teletrabajo"]),
    ("A.5.19", ["vendors", "Lieferanten", "proveedores"]),
    ("A.6.6", ["NDA", "NDA", "acuerdo de confidencialidad"]),
    ("A.7.11", ["data center", "Rechenzentrum", "centro de datos"]),
    ("learn/cost", ["price", "Kosten", "precios"]),
    ("doc-soa", ["SoA", "SoA", "SoA"]),
    ("A.6.3", ["phishing", "Phishing", "phishing"]),
    ("A.8.8", ["patches", "Patches", "parches"]),
    ("A.5.26", ["data breach", "Datenpanne", "brecha de datos"]),
    ("A.8.1", ["laptops", "Laptops", "portátiles"]),
    ("A.7.10", ["USB", "USB-Stick", "memoria USB"]),
    ("A.8.20", ["firewall", "Firewall", "cortafuegos"]),
    ("A.5.23", ["SaaS", "Cloud", "nube"]),
    ("doc-risk-assessment-results", ["risk register", "Risikoregister", "registro de riesgos"]),
    ("5.3-assigned", ["CISO", "CISO", "responsable de seguridad"]),
    ("A.5.31", ["NIS2", "NIS2", "NIS2"]),
    ("A.5.18", ["access rights", "Berechtigungen", "permisos"]),
    ("A.6.5", ["employee termination", "Kündigung", "baja de empleados"]),
    ("A.6.2", ["new employees", "neue Mitarbeiter", "nuevos empleados"]),
    ("A.5.9", ["asset register", "Inventarliste", "inventario de activos"]),
    ("A.7.5", ["fire", "Brandschutz", "incendio"]),
    ("A.8.10", ["delete data", "Daten löschen", "borrado de datos"]),
    ("A.5.14", ["email", "E-Mail", "correo electrónico"]),
    ("A.8.32", ["change management", "Änderungsmanagement", "gestión de cambios"]),
    ("A.8.22", ["network segmentation", "Netzwerktrennung", "segmentación de redes"]),
    ("A.8.33", ["test data", "Testdaten", "datos de prueba"]),
    ("A.8.4", ["source code", "Quellcode", "código fuente"]),
    ("A.5.30", ["disaster recovery", "Notfallhandbuch", "plan de contingencia"]),
    ("4.2-a", ["stakeholders", "Stakeholder", "partes interesadas"]),
    ("doc-policy", ["security policy", "Sicherheitsleitlinie", "política de seguridad"]),
    ("10.2", ["non-conformity", "Abweichung", "no conformidades"]),
    ("learn/journey", ["how long", "wie lange dauert", "cuánto tarda"]),
    ("learn/standards", ["ISO 27002", "ISO 27002", "ISO 27002"]),
];

/// Names of controls as DIN EN ISO/IEC 27001 has them, where ours are others: an auditor looks for those.
const IN_GERMAN: [(&str, &str); 21] = [
    ("Aufgabentrennung", "A.5.3"),
    ("Bedrohungslage", "A.5.7"),
    ("Inventar", "A.5.9"),
    ("Klassifizierung", "A.5.12"),
    ("Informationsübertragung", "A.5.14"),
    ("Identitätsmanagement", "A.5.16"),
    ("Authentisierungsinformationen", "A.5.17"),
    ("Sicherheitsüberprüfung", "A.6.1"),
    ("Maßregelungsprozess", "A.6.4"),
    ("Remote-Arbeit", "A.6.7"),
    ("Versorgungseinrichtungen", "A.7.11"),
    ("Endpunktgeräte", "A.8.1"),
    ("Authentisierung", "A.8.5"),
    ("Kapazitätssteuerung", "A.8.6"),
    ("Konfigurationsmanagement", "A.8.9"),
    ("Datenmaskierung", "A.8.11"),
    ("Datenlecks", "A.8.12"),
    ("Überwachung von Aktivitäten", "A.8.16"),
    ("Webfilterung", "A.8.23"),
    ("Kryptographie", "A.8.24"),
    ("Änderungssteuerung", "A.8.32"),
];

/// How people speak of it who know no word of the standard, in English, German and Spanish.
const SPOKEN: [(&str, [&str; 3]); 24] = [
    ("A.8.1", ["stolen laptop", "Handy verloren", "móvil perdido"]),
    ("A.6.5", ["fired employee", "Mitarbeiter geht", "despedir a un empleado"]),
    ("A.6.3", ["CEO fraud", "Chef-Betrug", "fraude del CEO"]),
    ("A.5.10", ["ChatGPT", "KI", "inteligencia artificial"]),
    ("A.8.5", ["passkeys", "Einmalcode", "llave de seguridad"]),
    ("A.5.16", ["shared accounts", "Sammelkonto", "cuentas compartidas"]),
    ("A.5.18", ["who has access", "wer darf was", "quién puede ver qué"]),
    ("A.5.34", ["customer data", "Kundendaten", "datos de clientes"]),
    ("A.7.11", ["power outage", "Stromausfall", "apagón"]),
    ("A.8.7", ["spam", "Spamfilter", "correo basura"]),
    ("A.5.14", ["WhatsApp", "WhatsApp", "WhatsApp"]),
    ("5.3-assigned", ["org chart", "Organigramm", "organigrama"]),
    ("A.7.2", ["door locks", "Schließanlage", "cerradura"]),
    ("A.7.4", ["burglary", "Einbruch", "robo en la oficina"]),
    ("A.7.7", ["printouts", "Papierunterlagen", "papeles en la mesa"]),
    ("A.7.14", ["old laptops", "Aktenvernichter", "trituradora"]),
    ("A.6.2", ["freelancers", "Praktikanten", "becarios"]),
    ("A.6.4", ["warning letter", "Abmahnung", "sanciones"]),
    ("A.8.19", ["shadow IT", "Schatten-IT", "instalar programas"]),
    ("A.8.23", ["block websites", "Webseiten sperren", "bloquear páginas"]),
    ("6.1.3-a", ["cyber insurance", "Cyberversicherung", "ciberseguro"]),
    ("doc-management-review", ["meeting minutes", "Sitzungsprotokoll", "acta de reunión"]),
    ("learn/standards", ["TISAX", "IT-Grundschutz", "SOC 2"]),
    ("learn/method", ["gap analysis", "Gap-Analyse", "análisis de brechas"]),
];

/// All guidance of a language.
struct Library {
    catalogue: Catalogue,
    texts: Vec<Text>,
}

impl Library {
    fn english() -> &'static Self {
        static ENGLISH: LazyLock<Library> = LazyLock::new(|| Library::of("en"));
        &ENGLISH
    }

    fn of(language: &str) -> Self {
        let content = load(Path::new("../content"), language).expect("content without a problem");
        let pack = pack(&content, Reach::Whole).leak();
        let catalogue = Catalogue::read(&[pack]).expect("a pack of this build");
        let texts = chunks(&content).iter().flat_map(|it| texts(&catalogue, &it.name, &it.text)).collect();
        Self { catalogue, texts }
    }

    /// The ids of what is found, the best first, and whether it has only some of the words.
    fn find(&self, typed: &str) -> (Vec<&str>, bool) {
        let found = Query::new(&self.catalogue, typed).find(&self.texts);
        (found.texts.iter().map(|index| self.texts[*index].id.as_str()).collect(), found.some_words)
    }

    /// Where the right item does not come first.
    fn wrong(&self, expected: &[(&str, &str)]) -> Vec<String> {
        let found = expected.iter().map(|(typed, id)| (typed, id, self.find(typed).0));
        let wrong = found.filter(|(_, id, found)| found.first() != Some(id));
        wrong.map(|(typed, id, found)| format!("{typed}: {:?}, not {id}", &found[..found.len().min(3)])).collect()
    }
}

#[test]
fn what_people_mean_comes_first() {
    assert_eq!(Library::english().wrong(&ENGLISH), [""; 0]);
}

#[test]
fn the_same_comes_first_in_each_language() {
    let wrong = [("en", 0), ("en-US", 0), ("de", 1), ("es", 2)].map(|(language, column)| {
        let asked: Vec<_> = EVERYWHERE.into_iter().chain(SPOKEN).map(|(id, asked)| (asked[column], id)).collect();
        Library::of(language).wrong(&asked)
    });
    assert_eq!(wrong.concat(), [""; 0]);
}

#[test]
fn germans_find_controls_by_the_names_of_their_standard() {
    assert_eq!(Library::of("de").wrong(&IN_GERMAN), [""; 0]);
}

#[test]
fn americans_find_it_in_either_spelling() {
    let library = Library::of("en-US");
    for (ours, theirs) in [("organization", "organisation"), ("license", "licence"), ("center", "centre")] {
        let sorted = |typed| {
            let (mut found, _) = library.find(typed);
            found.sort_unstable();
            found
        };
        assert!(!sorted(ours).is_empty(), "{ours}");
        assert_eq!(sorted(ours), sorted(theirs), "{ours} and {theirs}");
    }
}

#[test]
fn spelling_and_number_make_no_difference() {
    let library = Library::english();
    for (one, other) in [
        ("organization", "organisation"),
        ("judgment", "judgement"),
        ("recognize", "recognise"),
        ("certification bodies", "certification body"),
        ("multi factor authentication", "multi-factor authentication"),
    ] {
        let sorted = |typed| {
            let (mut found, _) = library.find(typed);
            found.sort_unstable();
            found
        };
        assert!(!sorted(one).is_empty(), "{one}");
        assert_eq!(sorted(one), sorted(other), "{one} and {other}");
    }
}

#[test]
fn some_of_the_words_are_enough_where_nothing_has_all() {
    let library = Library::english();
    let (found, some_words) = library.find("drones backup");
    assert!(some_words);
    assert_eq!(found.first(), Some(&"A.8.13"));
    // Both words are meant, and the control against the one speaks of the other.
    let (found, _) = library.find("ransomware backup");
    assert!(found.len() > 1 && ["A.8.13", "A.8.7"].contains(&found[0]), "{found:?}");
    assert_eq!(library.find("qqqq"), (Vec::new(), false));
    assert_eq!(library.find(" ? "), (Vec::new(), false));
}

#[test]
fn what_was_found_is_marked_as_it_stands_in_the_text() {
    let library = Library::english();
    let query = Query::new(&library.catalogue, "vendors");
    let at = query.find(&library.texts).texts[0];
    let marked: Vec<_> = library.texts[at].around(&query.ways()).into_iter().filter(|(_, found)| *found).collect();
    assert!(!marked.is_empty() && marked.iter().all(|(text, _)| text.to_lowercase() == "supplier"), "{marked:?}");
}
