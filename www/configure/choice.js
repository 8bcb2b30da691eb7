// What is chosen: read from the controls, filled in from the address of the page.

import { contrast, ENOUGH } from './contrast.js';
import { ATTRIBUTES } from './snippets.js';

const controls = (name) => Array.from(document.querySelectorAll(`[data-configure="${name}"]`));
const control = (name) => controls(name)[0];

function value(name) {
  const all = controls(name);
  const one = all[0].type === 'radio' ? all.find((radio) => radio.checked) : all[0];
  return one ? one.value.trim() : '';
}

/** The address of an overlay: whole and safe, or nothing. `http:` is for trying on this machine only. */
function overlay(home) {
  const text = value('overlay');
  if (!text) return { overlay: '' };
  try {
    const url = new URL(text);
    const own = url.origin === new URL(home).origin;
    if (url.protocol === 'https:' || (own && url.protocol === 'http:')) return { overlay: url.href, elsewhere: !own };
  } catch (error) {
    // Not an address yet: said on the page.
  }
  return { overlay: '', unfit: true };
}

/** Both colours and how well they can be read, when colours of the portal's own are wanted. */
function colours() {
  if (!control('colours').checked) return {};
  const [accent, onAccent] = [value('accent'), value('on-accent')].map((colour) => colour.toLowerCase());
  const known = [accent, onAccent].every((colour) => /^#[0-9a-f]{6}$/.test(colour));
  const ratio = known ? contrast(accent, onAccent) : 0;
  return { ratio, colours: ratio >= ENOUGH ? { accent, onAccent } : null };
}

/** Everything as it stands in the controls. */
export function read(home) {
  const chosen = { way: value('way'), radius: value('radius'), width: value('width'), colours: null };
  ATTRIBUTES.forEach((name) => {
    chosen[name] = value(name);
  });
  return Object.assign(chosen, colours(), overlay(home));
}

/** Takes over what the address of the page says, by the names of the attributes; what no control offers is ignored. */
export function prefill(search) {
  const asked = new URLSearchParams(search);
  ATTRIBUTES.concat('way').filter((name) => asked.get(name)).forEach((name) => {
    const wanted = asked.get(name);
    const [first, ...more] = controls(name);
    if (first.type === 'radio') {
      const radio = [first, ...more].find((one) => one.value === wanted);
      if (radio) radio.checked = true;
    } else if (!first.options || Array.from(first.options).some((option) => option.value === wanted)) {
      first.value = wanted;
    }
  });
}
