//! Laws that hold for every person, whatever the content says (design section 6).

mod answering;
mod dates;
mod files;
mod order;
mod plan;
mod points;
