//! Plain words, the ids of the past, withdrawals.

use super::Broken;
use super::REUSED;
use buoc_so::content::Severity::{Error, Warning};

const UNREASONED: &str = "[[withdrawn]]\nkind = \"platforms\"\nid = \"shopee\"\non = \"soon\"\nreason = \"\"\n\n[ids]";

const UNLISTED: &str = "[[withdrawn]]\nkind = \"platforms\"\nid = \"sopee\"\non = \"2026-11-01\"\nreason = \"closed\"\n\n[ids]";

pub const LISTS: [Broken; 20] = [
    Broken("check.toml", "id = \"check-cloud\"", "id = \"check-clouds\"", "past-ids.toml", "questions", Error),
    Broken("listings/targets.toml", "id = \"t26-dvc\"", "id = \"t26-other\"", "past-ids.toml", "entries", Error),
    Broken("check.toml", "id = \"check-owner\"", "id = \"owner\"", "check.toml", "owner", Error),
    Broken("plain-words.toml", "vi = 22", "vi = 8", "questions.toml", "question.audience.why", Warning),
    Broken(
        "platforms/shopee.toml",
        "vi = \"Mua hàng trên mạng",
        "vi = \"Mua hàng Online",
        "platforms/shopee.toml",
        "shopee.does",
        Warning,
    ),
    Broken("plain-words.toml", "except = [\"TikTok Shop\"]", "", "questions.toml", "question.channels.marketplace.hint", Warning),
    Broken(
        "plain-words.toml",
        "# ---- English",
        "[[allow]]\nfile = \"rules.toml\"\nkey = \"rule.everyone.yes\"\nreason = \"law\"\n",
        "plain-words.toml",
        "allow[0]",
        Warning,
    ),
    Broken(
        "plain-words.toml",
        "# ---- English",
        "[[allow]]\nfile = \"rules.toml\"\nkey = \"rule.everyone.yes\"\nreason = \"\"\n",
        "plain-words.toml",
        "allow[0]",
        Error,
    ),
    Broken("plain-words.toml", "instead = \"bấm\"", "instaed = \"bấm\"", "plain-words.toml", "avoid", Error),
    // Gone without a word, new and not listed, used again, withdrawn without a reason, never listed.
    Broken("past-ids.toml", "\"shopee\",", "\"shopee\", \"sopee\",", "past-ids.toml", "platforms", Error),
    Broken("past-ids.toml", "\"shopee\",", "", "past-ids.toml", "platforms", Warning),
    Broken("past-ids.toml", "\"smartphone-own\", ", "\"smartphone-own\", \"slate\", ", "past-ids.toml", "choices", Error),
    Broken("past-ids.toml", "[ids]", REUSED, "past-ids.toml", "withdrawn[0]", Error),
    Broken("past-ids.toml", "[ids]", UNLISTED, "past-ids.toml", "withdrawn[0]", Error),
    Broken("past-ids.toml", "[ids]", UNREASONED, "past-ids.toml", "withdrawn[0]", Error),
    Broken("past-ids.toml", "areas = [", "aeras = [", "past-ids.toml", "ids.aeras", Error),
    // What is withdrawn is there to be withdrawn, and stands in no text any more.
    Broken(
        "platforms/vneid.toml",
        "release ",
        "withdrawn = [\"number\"]\nrelease ",
        "platforms/vneid.toml",
        "vneid.withdrawn",
        Error,
    ),
    Broken(
        "platforms/shopee.toml",
        "release ",
        "withdrawn = [\"hotline\"]\nrelease ",
        "platforms/shopee.toml",
        "shopee.withdrawn",
        Error,
    ),
    Broken(
        "platforms/vneid.toml",
        "release ",
        "withdrawn = [\"hotline\"]\nrelease ",
        "capabilities.toml",
        "vneid-2.variant[0].how",
        Warning,
    ),
    Broken("platforms/vneid.toml", "release ", "withdrawn = [\"link\"]\nrelease ", "platforms/vneid.toml", "vneid.find", Warning),
];
