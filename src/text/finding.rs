//! The finding: the most telling thing about a life, in a sentence or two.

use super::common::{capital, count, month, n_points, points, signed};
use super::texts;
use crate::engine::Points;
use crate::engine::case::{LineIdx, Step};
use crate::engine::explain::{By, Cause, Comparison, Finding, Listing, ScaleEnd, Still};
use crate::engine::model::{BandIdx, ListIdx, RuleIdx, SubjectIdx};
use crate::scenario::doc::Kind;
use crate::scenario::{Outcome, Scenario};

texts! {
    /// The title of the chart.
    FindingWords {
        told: fn(&Finding, &Named<'_>) -> Told = told,
    }
}

/// Of more causes, the strongest are named and the others counted.
const MOST_CAUSES: usize = 3;

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What happens, in one sentence.
    pub title: String,
    /// What it means; may be empty.
    pub rest: String,
}

/// The names that a finding needs: they stand in the document.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The document.
    pub scenario: &'a Scenario,
    /// What follows from it.
    pub outcome: &'a Outcome,
    /// Whose life it is.
    pub subject: SubjectIdx,
}

impl<'a> Named<'a> {
    fn name(&self) -> &'a str {
        self.name_of(self.subject)
    }

    fn name_of(&self, subject: SubjectIdx) -> &'a str {
        let place = self.outcome.lowered.subjects.get(subject);
        place.and_then(|it| self.scenario.cast.get(*it)).map_or("", |it| &it.name)
    }

    fn has_score(&self) -> bool {
        self.scenario.rulebook.scale.is_some()
    }

    fn band(&self, band: BandIdx) -> &'a str {
        super::compare::band_name(self.scenario, band)
    }

    fn list(&self, list: ListIdx) -> &'a str {
        self.scenario.rulebook.lists.get(list).map_or("", |it| &it.label)
    }

    fn kind(&self, rule: RuleIdx) -> Option<&'a Kind> {
        self.scenario.kinds.get(self.outcome.lowered.case.rulebook.rules.get(rule)?.kind)
    }

    /// What a rule is about, as it reads after "when".
    fn clause(&self, rule: RuleIdx) -> &'a str {
        self.kind(rule).map_or("", |it| &it.label)
    }

    /// What happened, as it reads in a sentence; if only wrong records say so, that.
    fn said(&self, clause: &str, lines: &[LineIdx]) -> String {
        match (self.wrong(lines), lines.len()) {
            (0, _) => clause.to_owned(),
            (1, 1) => format!("a wrong record says that {clause}"),
            (wrong, all) if wrong == all => format!("wrong records say that {clause}"),
            _ => clause.to_owned(),
        }
    }

    /// How many of some lines come from records of what never happened.
    fn wrong(&self, lines: &[LineIdx]) -> usize {
        let Some(life) = self.outcome.report.lives.get(self.subject) else { return 0 };
        let event = |line: &LineIdx| {
            let event = life.lines.get(*line)?.event?;
            self.scenario.events.get(*self.outcome.lowered.events.get(event)?)
        };
        lines.iter().filter_map(event).filter(|it| !it.genuine).count()
    }

    /// The same as on a button.
    fn short(&self, rule: RuleIdx) -> &'a str {
        self.kind(rule).map_or("", |it| &it.short)
    }

    /// What one unit of the rule is: 100 yuan.
    fn unit(&self, rule: RuleIdx) -> Option<(Points, &'a str)> {
        let per = self.scenario.rulebook.rules.get(rule)?.points.as_ref()?.per.as_ref()?;
        let field = self.kind(rule)?.fields.iter().find(|it| it.id == per.field)?;
        Some((per.unit.0, &field.unit))
    }
}

fn told(finding: &Finding, names: &Named<'_>) -> Told {
    let name = names.name();
    let band = |it: &BandIdx| names.band(*it);
    let end = |now: &BandIdx, other: &BandIdx| {
        if now == other { String::new() } else { format!(" At the end: {}.", names.band(*now)) }
    };
    let (title, rest) = match finding {
        Finding::NeverMoves { why, band: at } => return never_moves(*why, names, band(at)),
        Finding::Listed(it) => return listed(it, names),
        Finding::Unconsented { from, to } => (
            format!("{name} goes from {} to {}, and nothing follows.", band(from), band(to)),
            format!("{name} never agreed to be scored, and this system asks."),
        ),
        Finding::ReachesEnd { end, day, causes: by, lost, .. } => {
            let place = match end {
                ScaleEnd::Lowest => "bottom",
                ScaleEnd::Highest => "top",
            };
            let rest = match lost.is_zero() {
                true => String::new(),
                false => format!("Another {} points change nothing: the scale ends there.", points(lost.abs())),
            };
            (format!("{name} is at the {place} of the scale from {} on: {}.", month(*day), causes(by, names)), rest)
        }
        Finding::Falls { to, day, causes: by, versus, now, .. } => {
            let lost = by.iter().map(|it| it.points.abs()).sum();
            let versus = versus.map(|it| compare(it, lost, names)).unwrap_or_default();
            let title = format!("{name} falls to {} in {}: {}.", band(to), month(*day), causes(by, names));
            (title, format!("{versus}{}", end(now, to)))
        }
        Finding::Recovers { from, to, day, causes: by, days, .. } => (
            format!("{name} falls to {} in {}: {}.", band(to), month(*day), causes(by, names)),
            format!("It takes {} to be back in {}.", duration(*days), band(from)),
        ),
        Finding::Rises { to, day, causes: by, now, .. } => {
            (format!("{name} rises to {} in {}: {}.", band(to), month(*day), causes(by, names)), end(now, to))
        }
        Finding::Penalised { band: at, days, of, penalties } => {
            let penalties = count(*penalties, "penalty", "penalties");
            let time =
                if days == of { "every day".to_owned() } else { format!("{} of {}", number(*days), n_days(*of)) };
            (format!("{name} stays in {} all the time, and is under {penalties} on {time}.", band(at)), String::new())
        }
        Finding::Steady { band: at, low, high, .. } => (
            format!("{name} stays in {}, between {} and {} points.", band(at), points(*low), points(*high)),
            String::new(),
        ),
    };
    Told { title, rest: rest.trim().to_owned() }
}

fn never_moves(why: Still, names: &Named<'_>, band: &str) -> Told {
    let name = names.name();
    let stays =
        if names.has_score() { format!("{name} stays in {band}") } else { format!("{name} stays off every list") };
    let (title, rest) = match why {
        Still::NoEvents => (format!("Nothing has happened to {name} yet."), "Press an event below the chart."),
        Still::NobodyRecorded => (format!("{stays}: no source in use records what happens."), ""),
        Still::RulesOff => (format!("{stays}: the rules for what happens are switched off."), ""),
        Still::NotReported => (format!("{stays}: no rule listens to the sources that record what happens."), ""),
        Still::NoRuleMatches => (format!("{stays}: no rule matches what happens."), ""),
        Still::CancelsOut => (format!("{stays}: what happens is worth no points, or cancels out."), ""),
        Still::Cut(step) => {
            let what = match step {
                Step::RuleLimit => "the rules' limits leave",
                Step::EventCap => "the most that one event may cost leaves",
                Step::YearCap => "the most that a year may cost leaves",
                Step::NoCliff => "the safeguard against cliffs leaves",
                Step::ScaleEnd => "the end of the scale leaves",
            };
            (format!("{stays}: {what} nothing of the points."), "")
        }
    };
    Told { title, rest: rest.to_owned() }
}

fn listed(it: &Listing, names: &Named<'_>) -> Told {
    let name = names.name();
    let clause = |rule| names.said(names.clause(rule), &[it.line]);
    let because = it.rule.map(|it| format!(": {}", clause(it))).unwrap_or_default();
    let penalties = match it.penalties {
        0 => String::new(),
        n => format!("It carries {}. ", count(n, "penalty", "penalties")),
    };
    let end = match (it.end, it.due) {
        (Some(_), _) => format!("{name} is on it for {}.", duration(it.days)),
        (None, Some(due)) => format!("It lasts until {}.", month(due)),
        (None, None) if it.never_ends() => format!("No rule ever takes {name} off it."),
        (None, None) => format!("{name} is still on it at the end."),
    };
    let title = format!("{name} is put on the list “{}” in {}{because}.", names.list(it.list), month(it.day));
    Told { title, rest: format!("{penalties}{end}") }
}

fn causes(all: &[Cause], names: &Named<'_>) -> String {
    let named = if all.len() > MOST_CAUSES { MOST_CAUSES - 1 } else { all.len() };
    let mut words: Vec<String> = all.iter().take(named).map(|it| cause(it, names)).collect();
    if named < all.len() {
        words.push(format!("{} other things", all.len() - named));
    }
    match words.split_last() {
        None => "for several reasons".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{}, and {last}", rest.join(", ")),
    }
}

fn cause(it: &Cause, names: &Named<'_>) -> String {
    let what = names.said(it.rule.map_or("", |rule| names.clause(rule)), &it.lines);
    let clause = match it.by {
        By::Rule => what,
        By::Associate(from) => format!("{what} at {}", names.name_of(from)),
        By::Ceiling => return format!("{what}, and a ceiling follows"),
        By::CeilingEnd => return "a ceiling ends".to_owned(),
        By::Expiry if it.points.is_loss() => "what was won ends after its time".to_owned(),
        By::Expiry => "what was lost ends after its time".to_owned(),
        By::Correction => "a record is struck out".to_owned(),
        By::Fading => "points fade with time".to_owned(),
    };
    let n = it.lines.len();
    let times = match n {
        _ if matches!(it.by, By::Fading) => String::new(),
        1 => String::new(),
        n => format!(", {}", times(n)),
    };
    let wrong = match (it.by, names.wrong(&it.lines)) {
        (By::Rule | By::Associate(_), wrong) if wrong > 0 && wrong < n => {
            let records = if wrong == 1 { "a wrong record" } else { "wrong records" };
            format!(", {} of them only because of {records}", in_words(wrong))
        }
        _ => String::new(),
    };
    format!("{clause}{times}{wrong} ({})", signed(it.points))
}

/// A number in running text: in letters below ten.
fn in_words(n: usize) -> String {
    let letters = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    letters.get(n).map_or_else(|| n.to_string(), |it| (*it).to_owned())
}

fn times(n: usize) -> String {
    if n == 2 { "twice".to_owned() } else { format!("{n} times") }
}

/// What the points lost are worth. It names the points: to be back in the band may take fewer of them.
fn compare(it: Comparison, lost: Points, names: &Named<'_>) -> String {
    let lost = n_points(lost);
    match it {
        Comparison::NoGain => "No rule gives points to win that back.".to_owned(),
        Comparison::Years { rule, years: 1, .. } => {
            format!("To win back all {lost} takes more than a year of “{}”.", names.short(rule))
        }
        Comparison::Years { rule, years, .. } => {
            format!("To win back all {lost} takes more than {} years of “{}”.", number_of(years), names.short(rule))
        }
        Comparison::Acts { rule, acts, .. } => match (names.unit(rule), acts) {
            (Some((size, unit)), _) => {
                let size = points(size.times(acts));
                format!("To win back all {lost} takes {size} {unit} of “{}”.", names.short(rule))
            }
            (None, 1) => format!("“{}” once wins back all {lost}.", capital(names.short(rule))),
            (None, _) => format!("To win back all {lost} takes “{}” {} times.", names.short(rule), number_of(acts)),
        },
    }
}

fn number_of(it: i64) -> String {
    points(Points::whole(it))
}

/// A number of days as people say it: days up to two months, months up to two years, then years.
fn duration(days: i32) -> String {
    match days {
        ..60 => n_days(days),
        60..730 => format!("{} months", (f64::from(days) / 30.44).round()),
        _ => format!("{} years", (f64::from(days) / 36.525).round() / 10.0),
    }
}

fn n_days(days: i32) -> String {
    format!("{} {}", number(days), if days == 1 { "day" } else { "days" })
}

fn number(it: i32) -> String {
    points(Points::whole(i64::from(it)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::explain::finding;
    use crate::scenario::{evaluate, presets};
    use expect_test::expect;

    #[test]
    fn a_wrong_record_is_not_told_as_a_fact() {
        let told_if_wrong = |wrong: &dyn Fn(usize, &str) -> bool| {
            let mut scenario = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
            let own = scenario.events.iter_mut().filter(|it| it.subject == "mei");
            for (at, it) in own.enumerate() {
                let kind = it.kind.clone();
                std::sync::Arc::make_mut(it).genuine = !wrong(at, &kind);
            }
            let outcome = evaluate(&scenario).unwrap();
            let subject = (0..outcome.lowered.subjects.len())
                .find(|it| scenario.cast[outcome.lowered.subjects[*it]].id == "mei")
                .unwrap();
            let names = Named { scenario: &scenario, outcome: &outcome, subject };
            told(&finding(&outcome.lowered.case, &outcome.report, subject), &names).title
        };
        assert_eq!(
            told_if_wrong(&|_, kind| kind == "contract-case"),
            "Mei falls to B in June 2022: a wrong record says that a contract case is lost in court (−50), and a utility bill is paid late, twice (−40)."
        );
        assert_eq!(
            told_if_wrong(&|_, kind| kind == "late-bill"),
            "Mei falls to B in June 2022: a contract case is lost in court (−50), and wrong records say that a utility bill is paid late, twice (−40)."
        );
        let first = std::cell::Cell::new(true);
        assert_eq!(
            told_if_wrong(&|_, kind| kind == "late-bill" && first.replace(false)),
            "Mei falls to B in June 2022: a contract case is lost in court (−50), and a utility bill is paid late, twice, one of them only because of a wrong record (−40)."
        );
    }

    #[test]
    fn every_life_of_every_preset_is_told() {
        let mut all = String::new();
        for preset in presets::ALL.iter().filter(|it| presets::latest(it.id) == Some(it)) {
            let scenario = preset.scenario().unwrap();
            let outcome = evaluate(&scenario).unwrap();
            for subject in 0..outcome.report.lives.len() {
                let names = Named { scenario: &scenario, outcome: &outcome, subject };
                let Told { title, rest } = told(&finding(&outcome.lowered.case, &outcome.report, subject), &names);
                all += &format!("{}: {title} {rest}", preset.id);
                all.truncate(all.trim_end().len());
                all.push('\n');
            }
        }
        expect![[r#"
            popular-picture: Hao falls to D in September 2021: a loan is not paid back (−100), false news is spread online (−50), and 6 other things. To win back all 305 points takes more than 10 years of “volunteers”.
            popular-picture: Lin rises to AAA in May 2020: money is given to charity, twice (+50), the city gives an award (+30), and 2 other things. At the end: AA.
            popular-picture: Paper Crane Printing falls to C in December 2021: a loan is not paid back (−100), and fake goods are sold (−60). To win back all 160 points takes “contract kept” 16 times.
            popular-picture: Qiu rises to AAA in January 2022: someone reports a neighbour, 4 times (+40), money is given to charity (+35), and someone volunteers, twice (+26). At the end: AA.
            rongcheng-rules: Bo falls to C in September 2021: someone is caught driving drunk, and a ceiling follows. It takes 2 years to be back in A.
            rongcheng-rules: Harbour Noodles falls to C in August 2024: public utility equipment is damaged (−100), a court finds that utility bills are owed (−50), and public heating or taps are tampered with (−50). To win back all 200 points takes “city award” 7 times.
            rongcheng-rules: Mei falls to B in June 2022: a contract case is lost in court (−50), and a utility bill is paid late, twice (−40). To win back all 90 points takes more than 4 years of “volunteers”.
            rongcheng-2021: Bo goes from A to AA, and nothing follows. Bo never agreed to be scored, and this system asks.
            rongcheng-2021: Harbour Noodles falls to B in September 2020: a court finds that utility bills are owed (−50). To win back all 50 points takes “city award” 2 times.
            rongcheng-2021: Mei falls to B in June 2022: a contract case is lost in court (−50), and a utility bill is paid late, twice (−40). It takes 8 months to be back in A.
            suining-2010: Hu falls to B in August 2011: someone is convicted of drunk driving (−50). “National award” once wins back all 50 points.
            suining-2010: Jun falls to B in September 2011: a post online is judged defamatory (−50). To win back all 50 points takes “volunteers” 5 times.
            suining-2010: Lan falls to B in August 2010: a complaint is taken to a higher office, twice (−60). It takes 16 months to be back in A.
            suining-2010: Qin falls to D in April 2010: a loan is entered as unpaid, twice (−420). To win back all 420 points takes “cares for the sick” 9 times. At the end: C.
            jinan-dog-licence: Hao Jie stays in Licensed, between 3 and 12 points.
            jinan-dog-licence: Lu Meihua falls to Dog taken in May 2018: a dog-keeping rule is broken, 3 times (−12). It takes 41 days to be back in Licensed.
            jinan-dog-licence: Sun Dapeng is at the bottom of the scale from March 2018 on: the yearly renewal of the licence is missed (−12).
            jinan-dog-licence: Tian Yufei stays in Licensed, between 9 and 12 points.
            village-ledger: Gao Jianguo rises to High scorer in February 2018: something is given to the village (+30).
            village-ledger: Qiao Shulan rises to High scorer in July 2019: volunteer work is done, 10 times (+38).
            village-ledger: Shen Yulan stays in Everyone else, between 90 and 110 points.
            hangzhou-rewards: Fang Ting rises to Very good in March 2020: volunteer work is done, twice (+50), blood is donated, twice (+30), and name, job and schooling are confirmed (+20).
            hangzhou-rewards: He Lian stays in Good, between 600 and 680 points.
            hangzhou-rewards: Luo Bin falls to Needs work in August 2019: an official penalty takes effect (−80). It takes 2 years to be back in Good.
            commercial-score: Ding Wei rises to Very good in November 2017: goods are bought in the app (+20), a job or a degree is confirmed (+15), and 2 other things.
            commercial-score: Xie Nan goes from Good to Very good, and nothing follows. Xie Nan never agreed to be scored, and this system asks.
            commercial-score: Yao Qin rises to Excellent, from 750 in February 2019: a flat, a car or savings are shown, 3 times (+75), goods are bought in the app, twice (+40), and 2 other things.
            judgment-defaulters: Bai Zhenhua is put on the list “Spending restriction” in February 2019: a court finds a judgment unmet. It carries 7 penalties. Bai Zhenhua is on it for 11 months.
            judgment-defaulters: Eastquay Timber is put on the list “Spending restriction” in March 2020: a court finds a judgment unmet. It carries 3 penalties. Eastquay Timber is on it for 9 months.
            judgment-defaulters: Kang Lei is put on the list “Spending restriction” in May 2019: a court finds a judgment unmet. It carries 7 penalties. Kang Lei is still on it at the end.
            judgment-defaulters: Ning Fang is put on the list “Spending restriction” in March 2021: a wrong record says that a court finds a judgment unmet. It carries 7 penalties. Ning Fang is on it for 21 days.
            firm-tax-rating: Riverbend Bakery falls to C in April 2020: a tax return is filed late, 3 times (−25), and figures are missing from the tax file (−10). It takes 17 months to be back in A.
            firm-tax-rating: Jiang Min stays in A: no rule matches what happens.
            firm-tax-rating: Lantern Bay Optics is put on the list “Customs: discredited” in February 2019: customs finds goods declared wrongly. It carries 1 penalty. Lantern Bay Optics is on it for 16 months.
            firm-tax-rating: Northgate Stores falls to D in March 2021: a serious tax breach is found, and a ceiling follows. It takes 12 months to be back in A.
            credit-bureau: Maria Alvarez rises to Very good in December 2019: a record is struck out (+70), and what was lost ends after its time (+30).
            credit-bureau: Joyce Okafor falls to Fair in July 2015: a wrong record says that an unpaid bill goes to a debt collector (−70). It takes 7 years to be back in Good.
            credit-bureau: Dale Whitcomb falls to Poor in September 2015: a loan or card payment is 30 days late, twice (−70), and an unpaid bill goes to a debt collector (−70). To win back all 140 points takes more than 19 years of “year on time”.
            blank: Robin Vale stays in Middle, between 40 and 50 points.
            first-life: Mei stays in A, between 1000 and 1005 points.
        "#]].assert_eq(&all);
    }

    #[test]
    fn times_are_told_as_people_tell_them() {
        for (days, words) in [
            (1, "1 day"),
            (59, "59 days"),
            (92, "3 months"),
            (365, "12 months"),
            (1000, "2.7 years"),
            (1096, "3 years"),
        ] {
            assert_eq!(duration(days), words);
        }
    }
}
