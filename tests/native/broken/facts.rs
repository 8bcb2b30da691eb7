//! Sources, languages, links, numbers, second readers.

use super::Broken;
use buoc_so::content::Severity::{Error, Warning};

pub const FACTS: [Broken; 13] = [
    Broken(
        "platforms/shopee.toml",
        "[\"S12\", \"S38\", \"S39\", \"S52\", \"S76\"]",
        "[]",
        "platforms/shopee.toml",
        "shopee.sources",
        Error,
    ),
    Broken("obligations/citizen.toml", "[\"S17\", \"S76\"]", "[]", "obligations/citizen.toml", "cit-sim.sources", Error),
    Broken("platforms/shopee.toml", ", en = \"Shopee (Sea Group)\"", "", "platforms/shopee.toml", "operator", Error),
    Broken(
        "platforms/shopee.toml",
        "en = \"Shopee (Sea Group)\"",
        "en = \"\"",
        "platforms/shopee.toml",
        "shopee.operator",
        Error,
    ),
    Broken("questions.toml", "en = \"What phone do you have?\"", "en = \" \"", "questions.toml", "question.device.ask", Error),
    Broken("platforms/vneid.toml", "\"https://", "\"http://", "platforms/vneid.toml", "vneid.link", Error),
    Broken("platforms/vneid.toml", "\"https://", "\"https://user@", "platforms/vneid.toml", "link", Error),
    Broken(
        "platforms/shopee.toml",
        "vi = \"Mua hàng trên mạng",
        "vi = \"http://mua.vn Mua hàng",
        "platforms/shopee.toml",
        "shopee.does",
        Error,
    ),
    Broken("platforms/vneid.toml", "digits = \"1900", "digits = \"1800", "platforms/vneid.toml", "vneid.hotline.shown", Error),
    Broken("platforms/shopee.toml", "read_on    = \"2026-11-21\"", "", "platforms/shopee.toml", "shopee", Warning),
    Broken(
        "platforms/shopee.toml",
        "read_on    = \"2026-11-21\"",
        "read_on    = \"soon\"",
        "platforms/shopee.toml",
        "shopee.read_on",
        Error,
    ),
    Broken(
        "platforms/shopee.toml",
        "review_by  = \"2027-02-21\"",
        "review_by  = \"2027-02-31\"",
        "platforms/shopee.toml",
        "shopee.review_by",
        Error,
    ),
    Broken(
        "interface.toml",
        "en = \"For guidance only; it does not replace what the tax office or another authority tells you.\"",
        "en = \"\"",
        "interface.toml",
        "words.only-guidance",
        Error,
    ),
];
