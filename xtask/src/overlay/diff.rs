//! What an overlay does, line by line.

use buoc_so::content::Catalogue;
use buoc_so::overlay::{Overlay, hidden};
use buoc_so::text::Lang;

/// A line for each thing that people see or do not see because of the overlay.
pub fn lines(overlay: &Overlay, catalogue: &Catalogue) -> Vec<String> {
    let cards = &catalogue.cards[Lang::Vi as usize];
    let base = |id: &str| catalogue.rules.platforms.iter().position(|platform| platform.id == id);
    let base_name = |id: &str| base(id).and_then(|at| cards.names.get(at)).map_or("", String::as_str);
    let own_name = |id: &str| overlay.platforms.iter().find(|own| own.id == id).map_or("", |own| own.name.of(Lang::Vi));
    let mut lines = vec![format!("for      {} ({}), of {}", overlay.name.of(Lang::Vi), overlay.province, overlay.as_of)];
    if overlay.sample {
        lines.push("sample   marked on every screen".into());
    }
    for own in &overlay.platforms {
        let (whom, needs) = (own.audiences.join(", "), own.needs.join(", "));
        lines.push(format!("adds     {} – {} ({}; for {whom}; needs {needs})", own.id, own.name.of(Lang::Vi), own.area));
    }
    for at in hidden(overlay, &catalogue.rules) {
        let id = &catalogue.rules.platforms[at].id;
        lines.push(format!("hides    {id} – {}", base_name(id)));
    }
    for (place, id) in overlay.order.iter().enumerate() {
        let name = if base(id).is_some() { base_name(id) } else { own_name(id) };
        lines.push(format!("first {:>2} {id} – {name}", place + 1));
    }
    for note in &overlay.notes {
        lines.push(format!("notes    {} – {}", note.platform, note.text.of(Lang::Vi)));
    }
    for contact in &overlay.contacts {
        let ways: Vec<&str> = [&contact.telephone, &contact.link].into_iter().flatten().map(String::as_str).collect();
        lines.push(format!("contact  {} – {}", contact.name.of(Lang::Vi), ways.join(", ")));
    }
    let languages = overlay.welcome.iter().flat_map(|text| text.0.keys()).filter(|code| Lang::from_code(code).is_none());
    lines.extend(languages.map(|code| format!("greets   also in {code}")));
    let columns = overlay.columns.iter();
    lines.extend(columns.map(|(name, words)| format!("columns  {name} is called \"{words}\" in tables of training sessions")));
    for (there, line) in
        [(overlay.logo.is_some(), "logo     a picture at the top"), (overlay.colours.is_some(), "colours  of the main button")]
    {
        if there {
            lines.push(line.into());
        }
    }
    lines
}
