//! Which members of a list stayed in their order, and which were moved.

/// For a sequence of different numbers, whether each belongs to a longest ascending part of it.
///
/// The numbers are the old places of a list's members in their new order: those that belong to it kept their order,
/// and the others, as few as possible, were moved.
pub(super) fn stayed(places: &[usize]) -> Vec<bool> {
    // For every length, where the ascending run of that length with the smallest end has its end.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places.get(*end) < Some(place));
        previous.push(length.checked_sub(1).and_then(|it| ends.get(it).copied()));
        if let Some(end) = ends.get_mut(length) {
            *end = at;
        } else {
            ends.push(at);
        }
    }
    let mut stayed = vec![false; places.len()];
    let mut here = ends.last().copied();
    while let Some(at) = here {
        if let Some(it) = stayed.get_mut(at) {
            *it = true;
        }
        here = previous.get(at).copied().flatten();
    }
    stayed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_possible_are_moved() {
        for (places, moved) in [
            (vec![], vec![]),
            (vec![0, 1, 2], vec![]),
            (vec![3, 0, 1, 2], vec![3]),
            (vec![1, 2, 3, 0], vec![0]),
            (vec![0, 2, 1, 3], vec![2]),
            (vec![2, 1, 0], vec![2, 1]),
        ] {
            let stayed = stayed(&places);
            let found: Vec<usize> = places.iter().zip(&stayed).filter(|it| !it.1).map(|it| *it.0).collect();
            assert_eq!(found, moved, "{places:?}");
        }
    }
}
