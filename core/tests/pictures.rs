//! Pictures: they have a name and a description, and never tell anything by colour alone.

use crate::sample::{MANUFACTURER, TODAY, read};
use readiness::assessment::{Assessment, Edit, Part};
use readiness::catalogue::{Catalogue, RiskId};
use readiness::outcome::{Outcome, PerStage};
use readiness::picture::{
    Bars, Node, STYLE, TrendPoint, control_rows, controls_heat, documents, intervals, requirement_rows,
    requirements_heat, risk_grid, trend,
};
use readiness::scoring::{Interval, Tenths};
use readiness::{Date, Timestamp};

fn all<'a>(node: &'a Node, name: &str, found: &mut Vec<&'a Node>) {
    if node.name == name {
        found.push(node);
    }
    node.children.iter().for_each(|child| all(child, name, found));
}

fn find<'a>(node: &'a Node, name: &str) -> Vec<&'a Node> {
    let mut found = Vec::new();
    all(node, name, &mut found);
    found
}

fn texts(node: &Node) -> Vec<&str> {
    find(node, "text").into_iter().filter_map(|text| text.text.as_deref()).collect()
}

fn at(low: u64, high: u64) -> PerStage<Interval> {
    let interval = Interval { low: Tenths::share(low, 100), high: Tenths::share(high, 100) };
    PerStage { one: interval, two: interval }
}

fn pictures(catalogue: &Catalogue, assessment: &Assessment) -> Vec<Node> {
    let outcome = Outcome::new(catalogue, assessment, TODAY());
    let bars = Bars { label: "All".to_owned(), stages: outcome.readiness };
    let points = [TrendPoint { date: TODAY(), stages: outcome.readiness }];
    vec![
        intervals(catalogue, &[bars]),
        requirements_heat(catalogue, assessment),
        controls_heat(catalogue, assessment),
        documents(catalogue, assessment),
        trend(catalogue, &points),
        risk_grid(catalogue, assessment),
    ]
}

/// The colour that a class of [`STYLE`] has where nothing gives its name another one, by what is coloured.
fn colours_of(class: &str, what: &str) -> Vec<&'static str> {
    let rules = STYLE.lines().filter_map(|line| line.strip_prefix(&format!(".picture .{class} {{ ")));
    let of = rules.filter_map(|rule| rule.split("; ").find_map(|it| it.strip_prefix(&format!("{what}: var("))));
    of.filter_map(|name| name.split_once(", ")?.1.split(')').next()).collect()
}

#[test]
fn a_picture_has_the_same_colours_with_its_style_sheet_and_without() {
    let (catalogue, assessment) = read(MANUFACTURER);
    let mut compared = 0;
    for picture in pictures(&catalogue, &assessment) {
        for name in ["rect", "path", "circle"] {
            for node in find(&picture, name) {
                let classes = node.attribute("class").unwrap_or_default().split(' ');
                for (class, what) in classes.flat_map(|class| [(class, "fill"), (class, "stroke")]) {
                    let own = node.attribute(what).filter(|own| own.starts_with('#'));
                    // What the sheet alone draws is a rule or a target, whose strength it says.
                    for (own, of_sheet) in own.into_iter().zip(colours_of(class, what)) {
                        assert!(own == of_sheet || ["rule", "target"].contains(&class), "{what} of {class}: {own}");
                        compared += 1;
                    }
                }
            }
        }
    }
    assert!(compared > 100, "only {compared} colours were compared");
}

/// The site gives the names other colours for dark screens; on light ones they are those of the report.
#[test]
fn site_and_reports_draw_pictures_in_the_same_colours() {
    let site = include_str!("../../web/styles/site.css");
    let names = |sheet: &'static str| {
        let words = sheet.split_whitespace().collect::<Vec<_>>();
        let pairs = words.windows(2).filter(|pair| pair[0].starts_with("--") && pair[1].starts_with('#'));
        pairs.map(|pair| (pair[0].trim_end_matches(':'), pair[1].trim_end_matches(';'))).collect::<Vec<_>>()
    };
    let of_site =
        |name: &str| names(site).into_iter().filter(|(it, _)| *it == name).map(|(_, it)| it).collect::<Vec<_>>();
    let dark = names(STYLE);
    assert!(dark.len() > 8, "{dark:?}");
    for (name, colour) in dark {
        let [light, of_dark] = of_site(name)[..] else { panic!("{name} of the site: {:?}", of_site(name)) };
        assert_eq!(of_dark, colour, "{name} on dark screens");
        let report = format!("var({name}, {light})");
        assert!(STYLE.contains(&report), "pictures have no {report}");
    }
}

#[test]
fn each_picture_is_one_image_with_a_name_and_a_description() {
    let (catalogue, assessment) = read(MANUFACTURER);
    for assessment in [assessment, Assessment::default()] {
        for picture in pictures(&catalogue, &assessment) {
            assert_eq!(picture.attribute("role"), Some("img"));
            let labels: Vec<_> = picture.attribute("aria-labelledby").unwrap().split(' ').collect();
            let [title, description] = [&picture.children[0], &picture.children[1]];
            assert_eq!([title.name, description.name], ["title", "desc"]);
            for (node, id) in [title, description].into_iter().zip(labels) {
                assert_eq!(node.attribute("id"), Some(id));
                let said = node.text.as_deref().unwrap_or_default();
                assert!(!said.is_empty() && !said.contains(['{', '}']), "{id}: {said}");
            }
        }
    }
}

#[test]
fn the_rows_of_a_map_hold_every_item_once_with_its_name() {
    let (catalogue, assessment) = read(MANUFACTURER);
    let rows = requirement_rows(&catalogue, &assessment);
    assert_eq!((rows[0].number.as_str(), rows[0].title), ("4.1", "Your firm and its surroundings"));
    let squares: Vec<_> = rows.iter().flat_map(|row| &row.squares).collect();
    assert_eq!(squares.len(), 146);
    assert_eq!((squares[0].look.class, squares[0].look.sign), ("level-3", "3"));
    let name = &squares[0].title;
    assert!(name.starts_with("4.1-issues ") && name.ends_with(": Operating"), "{name}");
    assert_eq!(control_rows(&catalogue, &assessment).iter().map(|row| row.squares.len()).sum::<usize>(), 93);
}

#[test]
fn every_square_says_its_level_in_a_sign() {
    let (catalogue, assessment) = read(MANUFACTURER);
    let picture = controls_heat(&catalogue, &assessment);
    let squares: Vec<_> = find(&picture, "g").into_iter().filter(|group| group.children[0].name == "title").collect();
    assert_eq!(squares.len(), 93);
    for square in squares {
        assert_eq!(texts(square).len(), 1, "{}", square.children[0]);
    }
    assert!(picture.children[1].text.as_deref().unwrap().starts_with("8 excluded"), "{}", picture.children[1]);
}

#[test]
fn a_bar_is_as_long_as_its_share() {
    let catalogue = Catalogue::english();
    let picture = intervals(&catalogue, &[Bars { label: "x".to_owned(), stages: at(25, 75) }]);
    let width = |class: &str| -> i32 {
        let bar = find(&picture, "rect").into_iter().find(|bar| bar.attribute("class") == Some(class)).unwrap();
        bar.attribute("width").unwrap().parse().unwrap()
    };
    let whole = width("track");
    assert_eq!(width("stage-1"), whole / 4);
    assert_eq!(width("open"), whole / 2, "what is open, hatched");
}

#[test]
fn a_risk_stands_where_its_likelihood_and_impact_meet() {
    let (catalogue, mut assessment) = (Catalogue::english(), Assessment::default());
    let now = Timestamp::new("2026-11-24T10:00:00Z");
    let mut add = |id: &str, likelihood, impact| {
        let id = RiskId::parse(id).unwrap();
        for edit in
            [Edit::Add(Part::Risk(id)), Edit::risk(id).likelihood(Some(likelihood)), Edit::risk(id).impact(impact)]
        {
            assessment.apply(&edit, &now);
        }
    };
    for id in ["R1", "R2", "R3", "R4", "R5", "R6", "R7"] {
        add(id, 5, Some(5));
    }
    add("R8", 1, Some(1));
    add("R9", 3, None);
    add("R10", 9, Some(0));
    let picture = risk_grid(&catalogue, &assessment);
    let texts = texts(&picture);
    assert!(texts.contains(&"R1 R2 R3") && texts.contains(&"R4 R5 +2"), "{texts:?}");
    assert!(texts.contains(&"R8") && !texts.iter().any(|text| text.contains("R9") || text.contains("R10")));
    assert!(picture.children[1].text.as_deref().unwrap().contains("8 of 10"), "{}", picture.children[1]);
}

#[test]
fn a_trend_has_a_point_for_each_day_and_none_for_no_day() {
    let catalogue = Catalogue::english();
    let day = |text: &str| Date::parse(text).unwrap();
    let points = [
        TrendPoint { date: day("2026-01-01"), stages: at(10, 90) },
        TrendPoint { date: day("2026-07-02"), stages: at(50, 80) },
        TrendPoint { date: day("2026-12-31"), stages: at(95, 95) },
    ];
    for count in 0..=3 {
        let picture = trend(&catalogue, &points[..count]);
        assert_eq!(find(&picture, "circle").len(), 2 * count, "both stages");
    }
    let picture = trend(&catalogue, &points);
    let across: Vec<i32> =
        find(&picture, "circle").iter().take(3).map(|dot| dot.attribute("cx").unwrap().parse().unwrap()).collect();
    assert_eq!(across[1] - across[0], across[2] - across[1], "half a year each");
}

#[test]
fn what_is_equal_in_a_trend_does_not_lie_upon_each_other() {
    let catalogue = Catalogue::english();
    let number = |node: &Node, name| node.attribute(name).unwrap().parse::<i32>().unwrap();
    let day = |text: &str| TrendPoint { date: Date::parse(text).unwrap(), stages: at(40, 60) };
    for points in
        [vec![day("2026-01-01"), day("2026-01-01")], vec![day("2026-01-01"), day("2026-12-31"), day("2026-12-31")]]
    {
        let picture = trend(&catalogue, &points);
        let across: Vec<_> = find(&picture, "circle").iter().take(points.len()).map(|dot| number(dot, "cx")).collect();
        assert!(across.is_sorted_by(|one, two| two - one >= 10), "{across:?}");
        let names: Vec<_> = find(&picture, "text")
            .into_iter()
            .filter(|it| it.text.as_deref().is_some_and(|text| text.starts_with("Stage")))
            .map(|it| number(it, "y"))
            .collect();
        assert!(names[1] - names[0] >= 14, "{names:?}");
    }
}
