// axe-core on the screen that is open: WCAG 2.0 to 2.2, A and AA, and best practice. Nothing may be found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let source = '';

/** Findings as short lines: `rule: sentence: place`. */
export async function axe(page) {
  source = source || readFileSync(join(process.env.BUOC_SO_NODE_MODULES, 'axe-core/axe.min.js'), 'utf8');
  if (!(await page.eval(() => !!window.axe))) await page.evaluate(`${source}; Promise.resolve('null')`);
  return page.eval(async tags => {
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.map(found => found.id + ': ' + found.help + ': ' + found.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + (node.any[0] || node.all[0] || node.none[0] || {}).message).join(' | '));
  }, TAGS);
}

/** Everything one screen is looked at for; findings name screen and size. */
export async function lookAt(page, name) {
  const found = [];
  const add = (size, list) => found.push(...list.map(text => `${name} at ${size}: ${text}`));
  await page.viewport(320, 640);
  add('320', (await page.eval(() => P.sideways())).map(text => `scrolls sideways: ${text}`));
  add('320', (await page.eval(() => P.smallTargets(44))).map(text => `lower than 44 px: ${text}`));
  for (const [width, height] of [[1280, 800], [360, 740]]) {
    await page.viewport(width, height);
    add(width, await axe(page));
  }
  return found;
}
