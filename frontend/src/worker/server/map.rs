//! The map of the whole file: stretches of equal length, each with what lies in it.

use shared::Review;
use shared::review::RowFilter;

use crate::worker::protocol::Stretch;

/// How many stretches the map has: about as many as a strip of a window's height can show apart.
const STRETCHES: usize = 180;

/// The map.
pub(super) fn map_of(review: &Review) -> Vec<Stretch> {
    let rows = review.plan().file.rows;
    let count = rows.min(STRETCHES);
    let border = |place: usize| (rows * place).checked_div(count).unwrap_or(0);
    let mut map: Vec<Stretch> = (0..count)
        .map(|place| Stretch { first: border(place), end: border(place + 1), at: border(place), ..Stretch::default() })
        .collect();
    let mut mark = |filter: RowFilter, count: fn(&mut Stretch) -> &mut usize| {
        let mut place = 0;
        // The rows come in the order of the file, so one walk over the stretches meets them all.
        for row in review.select(&filter) {
            while map.get(place).is_some_and(|stretch| stretch.end <= row) {
                place += 1;
            }
            if let Some(stretch) = map.get_mut(place) {
                let here = count(stretch);
                *here += 1;
                // What matters more is counted later, and takes the place.
                if *here == 1 {
                    stretch.at = row;
                }
            }
        }
    };
    for filter in [RowFilter::Updated, RowFilter::Created, RowFilter::Renamed] {
        mark(filter, |stretch| &mut stretch.changed);
    }
    mark(RowFilter::Warnings, |stretch| &mut stretch.warnings);
    for filter in [RowFilter::Errors, RowFilter::Conflicts] {
        mark(filter, |stretch| &mut stretch.errors);
    }
    map
}
