// Every page of the site, a row each, in the order of the menu and of the palette. A page is added here and in a file of
// its own. `route.rs` makes routes and menu of the rows, `pages/mod.rs` views; `tests/src/pages.rs` reads them too.
//
// at      the address after `#/`; with `/` at its end, an id follows it
// name    what menus, palette and the page's title call it
// menu    the group of the menu that lists it, or `Nowhere`
// part    the part of the program that holds it, see `parts.rs`
// about   `Anything`; `Open`: needs an open assessment; `Marked`: that too, and says above it what there is to say of that
// host    the name by which a host can hide it, see `host/src/settings.rs`; or nothing
// view    what it shows
pages! {
    /// What this is; the assessments.
    Home { at: "", name: MenuHome, menu: More, part: Frame, about: Anything, host: "", view: <home::Home /> }
    /// The few questions of a first estimate, one at a time.
    Quick { at: "quick", name: QuickTitle, menu: Assess, part: Quick, about: Anything, host: "quick_start", view: <quick::Quick /> }
    /// Who the organisation is.
    Organisation { at: "organisation", name: MenuOrganisation, menu: Assess, part: Questions, about: Marked, host: "", view: <organisation::Organisation /> }
    /// All sub-clauses with their progress.
    Clauses { at: "clauses", name: MenuClauses, menu: Assess, part: Questions, about: Open, host: "", view: <clauses::Clauses /> }
    /// A sub-clause, by its position, and the item to show.
    Subclause(index: usize, _item: Option<RequirementId>) { at: "clauses/", name: MenuClauses, menu: Nowhere, part: Questions, about: Open, host: "", view: <subclause::SubclausePage {index} key={index} /> }
    /// All requirements, one at a time, and the one to ask.
    Ask(at: Option<RequirementId>) { at: "ask", name: AskTitle, menu: Nowhere, part: Questions, about: Open, host: "", view: <ask::Ask {at} /> }
    /// The register of documents, and the one to show.
    Documents(shown: Option<DocumentId>) { at: "documents", name: MenuDocuments, menu: Assess, part: Register, about: Marked, host: "", view: <documents::Documents named={shown.is_some()} /> }
    /// The risk register.
    Risks { at: "risks", name: MenuRisks, menu: Assess, part: Register, about: Marked, host: "", view: <risks::Risks /> }
    /// Annex A and the organisation's own controls, and the one to show.
    Controls(shown: Option<ControlId>) { at: "controls", name: MenuControls, menu: Assess, part: Register, about: Marked, host: "", view: <controls::Controls {shown} /> }
    /// Intervals, verdicts, findings.
    Results { at: "results", name: MenuResults, menu: Judge, part: Judge, about: Marked, host: "", view: <results::Results /> }
    /// What to do next.
    Plan { at: "plan", name: MenuPlan, menu: Judge, part: Plan, about: Marked, host: "", view: <plan::PlanPage /> }
    /// Nonconformities, internal audits, management reviews.
    Audits { at: "audits", name: MenuAudits, menu: Judge, part: Files, about: Marked, host: "", view: <audits::Audits /> }
    /// One page for who runs the firm.
    Owner { at: "owner", name: OwnerTitle, menu: Nowhere, part: Files, about: Marked, host: "", view: <owner::OwnerPage /> }
    /// Dated states and what moved.
    Snapshots { at: "snapshots", name: MenuSnapshots, menu: Judge, part: Files, about: Marked, host: "", view: <snapshots::Snapshots /> }
    /// What a certification body asks before it quotes.
    Quote { at: "quote", name: MenuQuote, menu: Judge, part: Files, about: Marked, host: "quote", view: <quote::Quote /> }
    /// What can be handed over.
    Report { at: "report", name: MenuReport, menu: Judge, part: Files, about: Marked, host: "", view: <report::ReportPage /> }
    /// Copies for colleagues, and what came back.
    Colleagues { at: "colleagues", name: MergeTitle, menu: Nowhere, part: Files, about: Marked, host: "colleagues", view: <colleagues::Colleagues /> }
    /// What reviewers say, and the item to show.
    Review(_item: Option<&'static str>) { at: "review", name: MenuReview, menu: Judge, part: Files, about: Marked, host: "review", view: <review::ReviewPage /> }
    /// The assessments of this browser, files and examples.
    Library { at: "assessments", name: MenuLibrary, menu: More, part: Files, about: Anything, host: "", view: <library::Library /> }
    /// Checking a report that somebody sent.
    Verify { at: "verify", name: MenuVerify, menu: More, part: Files, about: Anything, host: "verify", view: <verify::Verify /> }
    /// The reading pages.
    Learn { at: "learn", name: MenuLearn, menu: More, part: Register, about: Anything, host: "learn", view: <learn::Learn /> }
    /// A reading page by its id, or the guidance of a chunk by its name, and the item to show.
    Page(id: &'static str, item: Option<&'static str>) { at: "learn/", name: MenuLearn, menu: Nowhere, part: Register, about: Anything, host: "", view: <learn::Reading {id} {item} key={id} /> }
    /// Storage, backups, removal.
    Data { at: "data", name: MenuData, menu: More, part: Files, about: Anything, host: "", view: <data::Data /> }
}
