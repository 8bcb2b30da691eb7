//! The shapes of the outreach part: a part of its own, so that the layout of the others stays as it is.

#[cfg(any(not(target_arch = "wasm32"), feature = "overlay"))]
use super::Writer;
use super::{Reader, Wire};
use crate::model::{Blocker, Bring, HelperCard, Named, OutreachWords, SamplePerson};

record! {
    OutreachWords { interface, safety, bring, skills, ages, blockers, metrics, columns, cards, people }
    Bring { icon, text }
    Named { id, name }
    Blocker { id, name, capability, area }
    HelperCard { say, avoid }
    SamplePerson { id, name, story, notice, answers }
}
