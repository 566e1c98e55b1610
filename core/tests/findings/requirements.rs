//! What requirements that fall short make likely.

use super::*;

#[test]
fn absent_when_every_answered_item_is_at_0_or_1_and_half_of_them_are_answered() {
    // 9.2.1 has three requirements. 0, 1 and 1: nothing is decided, one major for all three.
    let all = [("9.2.1-a1", 0), ("9.2.1-a2", 1), ("9.2.1-b", 1)];
    assert_found(answered(&all), &[("absent", "major", "9.2.1", &["9.2.1-a1", "9.2.1-a2", "9.2.1-b"])]);
    // Two of three are more than half; the open one is not named.
    assert_found(answered(&all[..2]), &[("absent", "major", "9.2.1", &["9.2.1-a1", "9.2.1-a2"])]);
    // One of three is less than half: it falls short, and that is all.
    assert_found(answered(&all[..1]), &[("partial", "minor", "9.2.1", &["9.2.1-a1"])]);
    // Exactly half is enough: two of the four of 7.4, one of the two of 4.1.
    assert_found(answered(&[("7.4-a", 0), ("7.4-b", 0)]), &[("absent", "major", "7.4", &["7.4-a", "7.4-b"])]);
    assert_found(answered(&[("4.1-issues", 1)]), &[("absent", "major", "4.1", &["4.1-issues"])]);
    // One requirement of thirteen adds no major.
    assert_found(answered(&[("6.1.2-a1", 0)]), &[("partial", "minor", "6.1.2", &["6.1.2-a1"])]);
}

#[test]
fn absent_is_minor_where_one_sentence_of_the_standard_is_all_there_is() {
    for (subclause, item) in [("6.3", "6.3-changes"), ("7.1", "7.1-resources"), ("10.1", "10.1-improvement")] {
        assert_found(answered(&[(item, 0)]), &[("absent", "minor", subclause, &[item])]);
        // At 2 something is decided: it is no longer absent, but a process has to run.
        assert_found(answered(&[(item, 2)]), &[("partial", "minor", subclause, &[item])]);
        assert_found(answered(&[(item, 3)]), &[]);
    }
    // 9.3.1 and 4.4 have one requirement as well, and stay a major.
    assert_found(answered(&[("9.3.1-interval", 1)]), &[("absent", "major", "9.3.1", &["9.3.1-interval"])]);
    assert_found(answered(&[("4.4-isms", 0)]), &[("absent", "major", "4.4", &["4.4-isms"])]);
}

#[test]
fn systemic_when_three_fall_well_short_and_they_are_most() {
    // The processes of 7.3 fall well short below 3. 0, 1 and 2: not absent, since one is decided; three of three.
    let items = &["7.3-a", "7.3-b", "7.3-c"];
    assert_found(answered(&[("7.3-a", 0), ("7.3-b", 1), ("7.3-c", 2)]), &[("systemic", "major", "7.3", items)]);
    // Two of three are most, but two are too few to speak of a system.
    let two = [("9.2.1-a1", 3), ("9.2.1-a2", 2), ("9.2.1-b", 2)];
    assert_found(answered(&two), &[("partial", "minor", "9.2.1", &["9.2.1-a2", "9.2.1-b"])]);
    // Three of five: the decisions and the document of 4.3 fall well short below 2.
    let five = [("4.3-boundaries", 2), ("4.3-a", 1), ("4.3-b", 0), ("4.3-c", 1), ("4.3-document", 2)];
    assert_found(answered(&five), &[("systemic", "major", "4.3", &["4.3-a", "4.3-b", "4.3-c"])]);
    // Three of six is half, and more than half is asked. 8.1 has a decision, a record and four processes.
    let six = [("8.1-criteria", 2), ("8.1-control", 3), ("8.1-document", 4)];
    let low = [("8.1-changes", 2), ("8.1-unintended", 2), ("8.1-external", 2)];
    let half: Vec<_> = six.iter().chain(&low).copied().collect();
    let items = &["8.1-changes", "8.1-unintended", "8.1-external"];
    assert_found(answered(&half), &[("partial", "minor", "8.1", items)]);
    // With one of the good ones open it is three of five.
    assert_found(answered(&half[1..]), &[("systemic", "major", "8.1", items)]);
}

#[test]
fn a_record_at_3_is_below_its_target_without_falling_well_short() {
    // 10.2-f and -g are records, whose target is 4. Both are at 3, and a process is at 2: one of three falls well short.
    let levels = [("10.2-a1", 2), ("10.2-f", 3), ("10.2-g", 3)];
    assert_found(answered(&levels), &[("partial", "minor", "10.2", &["10.2-a1", "10.2-f", "10.2-g"])]);
    // Three at 2 are systemic; the two records are named too, since they are below their target.
    let levels = [("10.2-a1", 2), ("10.2-a2", 2), ("10.2-b1", 2), ("10.2-f", 3), ("10.2-g", 4)];
    let items = &["10.2-a1", "10.2-a2", "10.2-b1", "10.2-f"];
    assert_found(answered(&levels), &[("systemic", "major", "10.2", items)]);
}

#[test]
fn partial_goes_by_the_target_of_the_kind_and_speaks_once_for_a_subclause() {
    // A decision is met at 2, a document too; a process at 3; a record at 4.
    let met =
        [("4.1-issues", 2), ("4.3-document", 2), ("5.2-f", 3), ("9.3.3-document", 4), ("9.3.2-a", 3), ("6.2-h", 2)];
    assert_found(answered(&met), &[]);
    let below = [("4.3-document", 1), ("5.2-e", 2), ("5.2-f", 2), ("9.3.3-document", 3)];
    let expected: [Expected<'_>; 3] = [
        ("partial", "minor", "4.3", &["4.3-document"]),
        ("partial", "minor", "5.2", &["5.2-f"]),
        ("partial", "minor", "9.3.3", &["9.3.3-document"]),
    ];
    assert_found(answered(&below), &expected);
    // Two of ten: one finding that names both.
    let many = [("9.3.2-a", 2), ("9.3.2-b", 1), ("9.3.2-c", 3), ("9.3.2-e", 4)];
    assert_found(answered(&many), &[("partial", "minor", "9.3.2", &["9.3.2-a", "9.3.2-b"])]);
}

#[test]
fn what_is_at_its_target_needs_evidence_and_a_record_that_proves_needs_to_be_named() {
    let bare = |level: usize| json!({ "level": LEVELS[level] });
    let blank = json!({ "level": "evidenced", "evidence": ["  "] });
    // A record at 4 without evidence is a minor; a process or a decision at its target an opportunity.
    let sections = json!({ "answers": {
        "7.2-a": bare(2), "7.2-b": bare(3), "7.2-c": bare(2), "7.2-d": bare(4),
        "8.2-document": blank, "8.3-document": bare(3),
    }});
    let expected: [Expected<'_>; 5] = [
        ("partial", "minor", "7.2", &["7.2-c"]),
        ("unproven_record", "minor", "7.2", &["7.2-d"]),
        ("no_evidence", "opportunity", "7.2", &["7.2-a", "7.2-b"]),
        ("unproven_record", "minor", "8.2", &["8.2-document"]),
        ("partial", "minor", "8.3", &["8.3-document"]),
    ];
    assert_found(sections, &expected);
    // A process at 4 is above its target, and no record.
    let sections = json!({ "answers": { "7.3-a": bare(4) } });
    assert_found(sections, &[("no_evidence", "opportunity", "7.3", &["7.3-a"])]);
}
