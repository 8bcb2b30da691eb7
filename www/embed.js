// The custom element <buoc-so> for portals: the one public way in (contract section 6). Finds its files beside itself, loads the
// wasm once for all widgets of a page, and turns every failure into something a person can read and a `buoc-so:error` that the
// host page can hear. Knows no platform, law or question.

import { InPortal, adoptDivs } from './loader/portal.js';

// Loaded twice is harmless.
if (!customElements.get('buoc-so')) {
  customElements.define('buoc-so', InPortal);
  adoptDivs();
}
