// The tool itself on this page: whether it gets ready, whether the portal's styles let it be seen.

import { HERE, pause } from './violations.js';

const PATIENCE = 30000;

/** Loads the real tool into `element`; gives `fine` with the seconds it took, or a code. */
export async function start(element) {
  const from = Date.now();
  const end = new Promise((done) => {
    element.addEventListener('buoc-so:ready', () => done('fine'));
    element.addEventListener('buoc-so:error', (event) => {
      // Slow is not lost: it may still come.
      if (event.detail.message !== 'slow') done(event.detail.code);
    });
  });
  const lost = import(`${HERE}embed.js`).then(() => end, () => 'script');
  const key = await Promise.race([end, lost, pause(PATIENCE).then(() => 'late')]);
  return { key, seconds: Math.max(0.1, Math.round((Date.now() - from) / 100) / 10) };
}

/** What the portal's styles do to the tool; its size only counts once it is drawn. */
export function hostStyles(element, drawn) {
  const style = getComputedStyle(element);
  const hidden = [['display', 'none'], ['visibility', 'hidden'], ['visibility', 'collapse'], ['opacity', '0']]
    .find(([property, value]) => style[property] === value);
  if (hidden) return ['bad', 'hidden', { property: hidden.join(': ') }];
  const { width, height } = element.getBoundingClientRect();
  if (drawn && width < 280) return ['bad', 'narrow', { width: Math.round(width) }];
  if (drawn && height < 120) return ['bad', 'flat', { height: Math.round(height) }];
  return ['good', 'fine'];
}
