//! What a reform brings and costs.

use crate::text::texts;

texts! {
    /// What a reform brings and costs.
    SocietyPrice {
        title: fn(usize, usize, usize) -> String = title,
        summary = "Everybody, under the rules as they are → with the whole reform: the same people, the same luck. Medians over the repeats.",
        better = "Got better",
        worse = "Got worse",
        same = "Cannot tell",
        nothing = "nothing that the repeats bear out",
        before = "Rules as they are",
        after = "With the reform",
        verdicts: [&'static str; 3] = ["better", "worse", "cannot tell"],
        note = "Better and worse are told only where at least 90 of 100 repeats agree.",
    }
}

/// The finding about a whole reform: so many measures got better and worse, and of so many it cannot be told.
fn title(better: usize, worse: usize, unsure: usize) -> String {
    let of = better + worse + unsure;
    match (better, worse) {
        (0, 0) => format!("It cannot be told whether the reform makes any of {of} measures better or worse"),
        (0, worse) => format!("The reform makes {worse} of {of} measures worse and none better"),
        (better, 0) => format!("The reform makes {better} of {of} measures better and none worse"),
        (better, worse) => format!("The reform makes {better} of {of} measures better and {worse} worse"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reform_is_told_by_what_it_brings_and_costs() {
        assert!(title(0, 0, 16).starts_with("It cannot be told"));
        assert!(title(4, 0, 12).ends_with("4 of 16 measures better and none worse"));
        assert!(title(4, 2, 10).ends_with("4 of 16 measures better and 2 worse"));
    }
}
