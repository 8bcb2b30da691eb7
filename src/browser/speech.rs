//! Reading aloud, only with a real voice of the language: Android lists voices that it does not have and would read
//! Vietnamese in English. And only with a voice of the device: others send the text to the maker of the browser.

use wasm_bindgen::JsValue;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    // The getter throws where speech does not exist; some in-app browsers leave an object that can do nothing.
    let found = js_sys::Reflect::get(&window, &"speechSynthesis".into()).ok()?;
    js_sys::Reflect::get(&found, &"getVoices".into()).ok().filter(JsValue::is_function)?;
    window.speech_synthesis().ok()
}

fn voice(lang: &str) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis()?.get_voices();
    let mut found = None;
    for voice in voices.iter() {
        let voice: SpeechSynthesisVoice = wasm_bindgen::JsCast::unchecked_into(voice);
        if voice.local_service() && voice.lang().get(..lang.len()).is_some_and(|start| start.eq_ignore_ascii_case(lang)) {
            found = found.or(Some(voice));
        }
    }
    found
}

/// Is there a voice for the language (`vi`, `en`)?
pub fn can_speak(lang: &str) -> bool {
    voice(lang).is_some()
}

/// Reads a text, or stops when something is being read. Tells whether reading began.
pub fn toggle(text: &str, lang: &str) -> bool {
    let Some(synthesis) = synthesis() else { return false };
    if synthesis.speaking() {
        synthesis.cancel();
        return false;
    }
    let (Some(voice), Ok(utterance)) = (voice(lang), SpeechSynthesisUtterance::new_with_text(text)) else { return false };
    utterance.set_lang(&voice.lang());
    utterance.set_voice(Some(&voice));
    synthesis.speak(&utterance);
    true
}

/// Stops reading.
pub fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
