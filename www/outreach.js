// The element on the page of outreach staff: the same loader with another program (`FILES` names it in this bundle), which first opens
// the counts of this device and takes the words of the helper's screens.

import { BuocSo } from './loader/element.js';
import { FILES } from './loader/files.js';
import { styled } from 'files-of-the-tool';
import { catalogue, load } from './loader/program.js';

const WORDS = [
  ['__ASSET_outreach_vi_bin__', __SIZE_outreach_vi_bin__],
  ['__ASSET_outreach_en_bin__', __SIZE_outreach_en_bin__],
];

/** Left by the page before (`src/ui/outreach/session.rs`): the next person sits down. Size of text and colours. */
const NEXT = 'buoc-so-next';

/** Was the page loaded anew for the next person, and how does it look? */
function next() {
  try {
    const look = sessionStorage.getItem(NEXT);
    sessionStorage.removeItem(NEXT);
    return look && look.split('|');
  } catch (error) {
    return null;
  }
}

class Outreach extends BuocSo {
  connectedCallback() {
    const screen = this.querySelector('[data-static]');
    const look = next();
    // Whoever sits down next sees the first question before the program is there; everybody else waits for the helper's screens.
    if (screen && look) {
      screen.setAttribute('data-size', look[0]);
      screen.setAttribute('data-theme', look[1]);
      const strip = document.createElement('div');
      strip.className = 'strip';
      screen.insertBefore(strip, screen.querySelector('main'));
    } else if (screen) screen.remove();
    this.classList.remove('wait');
    super.connectedCallback();
  }

  /** Nothing of a person is kept here or answered beforehand, whatever the address says. */
  option(name) {
    if (name === 'save') return 'off';
    return name === 'start' || name === 'province' ? '' : super.option(name);
  }

  /** The overlay of a province as text, for the names of columns; the element itself says what is wrong with it. */
  async overlay() {
    const address = this.option('overlay');
    if (!address) return '';
    try {
      const url = new URL(address, document.baseURI);
      if (url.origin !== location.origin) return '';
      const answer = await fetch(url.href, { credentials: 'omit', referrerPolicy: 'no-referrer' });
      return answer.ok ? answer.text() : '';
    } catch (error) {
      return '';
    }
  }

  async run(begun) {
    const [program, overlay, vi, en] = await Promise.all([load(), this.overlay(), ...WORDS.map(catalogue)]);
    await program.prepare(vi, en, overlay);
    // In this order: later sheets go before earlier ones.
    const looks = [FILES.style, FILES.late, '__ASSET_outreach_css__'].map((file) => styled(this.root, file));
    // Chromium 73 now and then forgets to say that a style is there.
    const asked = setInterval(() => this.root.querySelectorAll('link').forEach((link) => link.sheet && link.onload()), 500);
    await Promise.all(looks);
    clearInterval(asked);
    if (!this.gone(begun)) await super.run(begun);
  }
}

customElements.define('buoc-so', Outreach);
