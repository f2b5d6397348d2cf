//! Many lives on all cores of this computer, in the same parts that the page hands to its workers.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use social_credit_lab::jobs::society::plan::{Merge, Plan};
use social_credit_lab::jobs::society::{Lives, PartRequest, Results, part};
use social_credit_lab::jobs::{Answer, Step};

/// How many cores there are.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Counts some replicates of both worlds. What comes out does not depend on the number of threads.
pub fn replicates(lives: &Arc<Lives>, wanted: &Range<u32>, threads: usize) -> Results {
    let plan = Plan::new(lives, wanted.end.saturating_sub(wanted.start), threads as u32);
    let mut merge = Merge::new(lives.clone(), plan);
    let next = AtomicU64::new(0);
    let (send, found) = channel();
    thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                while let Some(request) = plan.part(next.fetch_add(1, Ordering::Relaxed)) {
                    let lucky = PartRequest { replicate: request.replicate + wanted.start, ..request };
                    let mut running = part(Some(lives.clone()), lucky);
                    let answer = loop {
                        if let Step::Done(answer) = running.step() {
                            break answer;
                        }
                    };
                    if send.send((request, answer)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        for (request, answer) in found {
            if let Answer::Society(found) = answer {
                merge.take(&request, &found);
            }
        }
    });
    merge.results().clone()
}
