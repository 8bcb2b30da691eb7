// What the page allows: wasm, styles, pictures, frames. Each gives outcome, key of its sentence, and what to fill in.

import { status } from './files.js';
import { HERE, HOST, pause, stopped } from './violations.js';

const FRAME_PATIENCE = 25000;
/** The smallest module there is. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

export function engine() {
  const fine = typeof WebAssembly === 'object' && window.customElements && document.body.attachShadow;
  return fine ? ['good', 'fine'] : ['bad', 'none'];
}

export function wasm() {
  if (typeof WebAssembly !== 'object') return ['unknown', 'engine'];
  try {
    new WebAssembly.Module(EMPTY_MODULE);
    return ['good', 'fine'];
  } catch (error) {
    // `findLast` came with the word 'wasm-unsafe-eval'.
    return ['bad', [].findLast ? 'refused' : 'old'];
  }
}

/** A style sheet in a shadow root, as old engines use it. `sound`: the file itself arrives as it should. */
export async function style(area, sound) {
  const host = area.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.referrerPolicy = 'no-referrer';
  link.href = `${HERE}__ASSET_style_css__`;
  const came = new Promise((done) => {
    link.onload = () => done(true);
    link.onerror = () => done(false);
  });
  root.appendChild(link);
  const box = root.appendChild(document.createElement('div'));
  box.className = 'bs';
  const loaded = await Promise.race([came, pause(8000)]);
  const applied = getComputedStyle(box).getPropertyValue('--bs-touch') !== '';
  host.remove();
  if (loaded && applied) return ['good', 'fine'];
  if (await stopped('style-src')) return ['bad', 'policy'];
  return sound ? ['bad', 'failed'] : ['unknown', 'because'];
}

export function image() {
  return new Promise((done) => {
    const picture = new Image();
    picture.onload = () => done(['good', 'fine']);
    picture.onerror = () => done(['bad', 'policy']);
    picture.src = PIXEL;
  });
}

export function base() {
  const tag = document.querySelector('base[href]');
  return tag ? ['unknown', 'there', { address: tag.href }] : ['good', 'fine'];
}

export async function trustedTypes() {
  const some = await stopped('require-trusted-types-for') || await stopped('trusted-types');
  return some ? ['bad', 'stopped'] : ['good', 'fine'];
}

/** A frame that tells its height. Whether it may stand here matters only to those who choose the frame. */
export async function frame(area) {
  if (await status('frame.html') === 404) return ['unknown', 'absent'];
  const inside = document.createElement('iframe');
  inside.title = '-';
  // In sight, though nobody need see it: browsers let frames of others sleep that are scrolled away.
  Object.assign(inside.style, { position: 'fixed', bottom: 0, left: 0, width: '60px', height: '60px', opacity: 0.01, pointerEvents: 'none' });
  let hear;
  const told = new Promise((done) => {
    hear = (event) => {
      const ours = event.source === inside.contentWindow && (event.origin === HOST || event.origin === 'null');
      if (ours && event.data && event.data.type === 'buoc-so:height') done('height');
    };
    addEventListener('message', hear);
  });
  inside.src = `${HERE}frame.html`;
  area.appendChild(inside);
  const refused = stopped('frame-src').then((yes) => (yes ? 'policy' : told));
  const end = await Promise.race([told, refused, pause(FRAME_PATIENCE)]);
  removeEventListener('message', hear);
  inside.remove();
  if (end === 'height') return ['good', 'fine'];
  return end === 'policy' || await stopped('frame-src') ? ['unknown', 'policy'] : ['bad', 'silent'];
}
