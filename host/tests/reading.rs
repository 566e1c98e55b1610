//! What is taken over of a host's file, and what is said of the rest.

use host::{Guidance, Part, Reading, read};

/// Each problem as a host reads it.
fn problems(text: &str) -> Vec<String> {
    read(text).problems.iter().map(ToString::to_string).collect()
}

/// The one problem of a file.
fn problem(text: &str) -> String {
    let problems = problems(text);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems[0].clone()
}

#[test]
fn a_file_that_says_nothing_is_the_standard_site() {
    for text in ["{}", "\u{feff}{}", "{ \"$schema\": \"./schema/site.schema.json\" }\n"] {
        assert_eq!(read(text), Reading::default(), "{text}");
    }
}

#[test]
fn a_full_file_is_taken_over_as_it_is() {
    let Reading { settings, problems } = read(include_str!("full.json"));
    assert_eq!(problems, []);
    assert_eq!(settings.name, "Harrow Vale Certification");
    assert_eq!(settings.logo, "host/logo.svg");
    assert!(settings.style.contains(".brand span{position:absolute"), "the logo shows the name");
    assert_eq!(settings.language, "de");
    assert_eq!(settings.intro, "Prepare here, at no charge.\nThen ask us for a quote.");
    assert_eq!(settings.quote_link, "https://www.harrow-vale.example/quote?from=stage-zero");
    assert_eq!(settings.quote_email, "quotes@harrow-vale.example");
    assert_eq!(
        (settings.privacy.as_str(), settings.imprint.as_str()),
        ("https://www.harrow-vale.example/privacy", "../imprint.html")
    );
    assert_eq!(settings.hidden, " quick_start review ");
    assert_eq!(settings.profile, r#"{"facts":{"remote_work":true,"uses_cloud":true}}"#);
    assert_eq!(settings.parents, ["https://www.harrow-vale.example"]);
    let said = Guidance {
        text: "We ask for the scope first.\nOne page is enough.".into(),
        link: "https://www.harrow-vale.example/scope".into(),
        link_name: "Our notes on the scope".into(),
    };
    assert_eq!(settings.guidance["4.3-a"], said);
    assert!(
        settings.style.contains("(prefers-color-scheme:light){:root{--accent:#0b6e4f;--on-accent:#ffffff;"),
        "{}",
        settings.style
    );
}

#[test]
fn each_problem_names_its_line_what_is_wrong_and_what_to_do() {
    let text = "{\n\"name\": 7,\n\"colors\": {},\n\"language\": \"fr\",\n\"privacy\": \"http://a.example\",\n\"hide\": [\"quotes\"],\n\
                \"facts\": { \"uses_cloud\": \"yes\" },\n\"guidance\": { \"A.9.1\": { \"text\": \"x\" } }\n}";
    let found = problems(text);
    for (found, (line, what, to_do)) in found.iter().zip([
        ("line 2, name:", "a text", "between quotation marks"),
        ("line 3, colors:", "no such entry", "colours"),
        ("line 4, language:", "no 'fr'", "en, de"),
        ("line 5, privacy:", "http://a.example", "https://"),
        ("line 6, hide[0]:", "no 'quotes'", "quick_start, examples, learn, quote"),
        ("line 7, facts.uses_cloud:", "true or false", "without quotation marks"),
        ("line 8, guidance.A.9.1:", "no 'A.9.1'", "stage-zero catalogue"),
    ]) {
        assert!(found.starts_with(line) && found.contains(what) && found.contains(to_do), "{found}");
    }
    assert_eq!(found.len(), 7);
}

#[test]
fn what_is_right_beside_a_problem_still_counts() {
    let Reading { settings, problems } =
        read(r#"{ "name": "Harrow Vale", "logo": "https://elsewhere.example/logo.svg" }"#);
    assert_eq!((settings.name.as_str(), settings.logo.as_str(), problems.len()), ("Harrow Vale", "", 1));
}

#[test]
fn a_file_that_is_no_json_is_one_problem_in_its_line() {
    for (text, line, what) in [
        ("", 1, "empty"),
        ("{\n\"name\": \"A\"\n\"logo\": \"b.svg\"\n}", 2, "comma"),
        ("{\n\"name\": \"A\",\n}", 2, "comma"),
        ("{ 'name': 'A' }", 1, "quoted"),
        ("// ours\n{}", 1, "Comments"),
        ("<!doctype html>\n<p>404", 1, "JSON"),
        ("[]", 1, "between braces"),
        ("{\"name\": \"A", 1, "JSON"),
    ] {
        let Reading { settings, problems } = read(text);
        let [problem] = &problems[..] else { panic!("{text}: {problems:?}") };
        assert!(problem.line == line && problem.what.contains(what), "{text}: {problem}");
        assert_eq!(settings, host::Settings::default(), "{text}");
    }
    assert!(problem(&"[".repeat(100_000)).contains("JSON"));
    assert!(problem(&" ".repeat(host::LONGEST_FILE + 1)).contains("262145 bytes"));
}

#[test]
fn an_entry_that_is_there_twice_counts_once() {
    assert!(problem("{ \"name\": \"A\",\n\"name\": \"B\" }").starts_with("line 2, name: this is there already"));
    assert_eq!(read("{ \"name\": \"A\",\n\"name\": \"B\" }").settings.name, "A");
}

#[test]
fn a_text_holds_nothing_that_can_t_be_seen() {
    for text in ["A\\u202eB", "A\\u0000B", "A\\u200bB", "A\\nB"] {
        assert!(problem(&format!("{{ \"name\": \"{text}\" }}")).contains("can't be seen (U+"), "{text}");
    }
    assert!(problem(&format!("{{ \"name\": \"{}\" }}", "A".repeat(61))).contains("61 characters, and 60 are the most"));
    assert!(problem("{ \"name\": \" \" }").contains("empty"));
}

mod colours {
    use super::*;

    fn of(light: &str, dark: &str) -> Reading {
        read(&format!("{{ \"colours\": {{ \"light\": {{ {light} }}, \"dark\": {{ {dark} }} }} }}"))
    }

    #[test]
    fn a_pair_that_cannot_be_read_is_refused_with_its_contrast_and_what_would_do() {
        let Reading { settings, problems } = of(r##""accent": "#ffcc00""##, "");
        let problem = problems[0].to_string();
        assert!(problem.contains("line 1, colours.light.accent: #ffcc00 has a contrast of 1."), "{problem}");
        assert!(
            problem.contains("to the page, and 3.00 is needed (WCAG 2.2)") && problem.contains("would do"),
            "{problem}"
        );
        assert_eq!((settings.style.as_str(), problems.len()), ("", 1));
        // What it proposes is taken.
        let proposed = problem.rsplit("; ").next().and_then(|it| it.strip_suffix(" would do")).expect("a proposal");
        assert_eq!(of(&format!("\"accent\": \"{proposed}\""), "").problems, []);
    }

    #[test]
    fn text_on_a_colour_needs_more_than_the_colour_itself() {
        let refused = of(r##""accent": "#0b6e4f", "on_accent": "#5a7f70""##, "");
        let problem = refused.problems[0].to_string();
        assert!(
            problem.contains("to on_accent, and 4.50 is needed") && problem.contains("black or white"),
            "{problem}"
        );
        assert!(of(r##""on_accent": "#ffffff""##, "").problems[0].what.contains("add accent"));
    }

    #[test]
    fn a_bad_pair_spoils_no_other() {
        let Reading { settings, problems } = of(
            r##""accent": "#0b6e4f", "header": "#777777", "on_header": "#888888", "link": "#00ff00""##,
            r##""link": "#8fc2f2""##,
        );
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(
            settings.style.contains("--accent:#0b6e4f") && settings.style.contains("--link:#8fc2f2"),
            "{}",
            settings.style
        );
        assert!(!settings.style.contains("--header") && !settings.style.contains("#00ff00"));
    }

    #[test]
    fn the_dark_look_follows_from_the_light_one_and_is_readable_too() {
        let Reading { settings, problems } = of(r##""accent": "#0b6e4f", "header": "#0b6e4f""##, "");
        assert_eq!(problems, []);
        let dark = settings.style.split("prefers-color-scheme:dark").nth(1).expect("a dark look");
        let accent = dark.split("--accent:").nth(1).and_then(|it| it.split(';').next()).expect("an accent");
        assert_ne!(accent, "#0b6e4f", "it would not be seen in the dark");
        assert_eq!(of("", &format!("\"accent\": \"{accent}\", \"link\": \"{accent}\"")).problems, []);
        assert_eq!(settings.frame, ["#0b6e4f", "#0b6e4f"]);
    }

    #[test]
    fn no_other_way_to_write_a_colour_reaches_the_style_sheet() {
        for wrong in ["red", "rgb(1,2,3)", "#12345", "#fff;}*{display:none", "var(--bad)"] {
            let Reading { settings, problems } = of(&format!("\"accent\": \"{wrong}\""), "");
            assert_eq!((settings.style.as_str(), problems.len()), ("", 1), "{wrong}");
        }
    }
}

#[test]
fn what_is_hidden_is_gone_wherever_a_link_leads_to_it() {
    let settings = read(r#"{ "hide": ["quote", "examples"] }"#).settings;
    assert!(settings.style.contains(r##"a:is([href="#/quote"])"##), "{}", settings.style);
    assert_eq!(settings.hidden, " examples quote ");
    for part in Part::ALL {
        assert_eq!(Part::named(part.name()), Some(part));
    }
}

#[test]
fn script_in_every_text_stays_a_text_and_in_every_address_is_refused() {
    let script = "<img src=x onerror=alert(1)>";
    let text = format!(
        r#"{{ "name": "{script}", "intro": ["{script}"], "guidance": {{ "4.3-a": {{ "text": "{script}" }} }} }}"#
    );
    let Reading { settings, problems } = read(&text);
    assert_eq!(problems, []);
    assert_eq!(
        (settings.name.as_str(), settings.intro.as_str(), settings.guidance["4.3-a"].text.as_str()),
        (script, script, script)
    );
    for entry in [
        r#""logo": "@""#,
        r#""privacy": "@""#,
        r#""quote": { "link": "@" }"#,
        r#""guidance": { "4.3-a": { "link": "@" } }"#,
    ] {
        for address in
            ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://a.example/\\\"onclick=x"]
        {
            let text = format!("{{ {} }}", entry.replace('@', address));
            assert!(!problems_are_none(&text), "{text}");
        }
    }
}

fn problems_are_none(text: &str) -> bool {
    problems(text).is_empty()
}

#[test]
fn the_site_is_told_all_of_it_as_json() {
    let told: serde_json::Value = serde_json::from_str(
        &host::told(r#"{ "name": "A", "logo": 1, "embed": { "parents": ["https://a.example", "*"] } }"#).unwrap(),
    )
    .unwrap();
    assert_eq!(told["name"], "A");
    assert_eq!(told["parents"], serde_json::json!(["https://a.example"]));
    assert_eq!(told["problems"].as_array().map(Vec::len), Some(2));
    assert_eq!(told["parents"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_logo_that_shows_the_name_needs_both() {
    for text in [r#"{ "logo": "a.svg", "logo_shows_name": true }"#, r#"{ "name": "A", "logo_shows_name": true }"#] {
        assert!(problem(text).contains("add both"), "{text}");
    }
    assert!(
        !read(r#"{ "name": "A", "logo": "a.svg", "logo_shows_name": false }"#)
            .settings
            .style
            .contains("position:absolute")
    );
}
