// What a page looks like on paper.
import { strict as assert } from 'node:assert';

/** The print view of the screen: its content is there, what only a screen needs is not, nothing is cut off at the side. */
export async function printed(test, content) {
  const { page } = test;
  await page.printView();
  const seen = await page.until('the print view', selector => {
    const buttons = P.all('.btn').filter(P.visible).length;
    const screen = P.screens()[0];
    return buttons === 0 && { content: P.all(selector).filter(P.visible).length, heading: P.visible(screen.querySelector('h1')), wide: screen.scrollWidth - screen.clientWidth };
  }, [content]);
  assert.ok(seen.content > 0, 'the content is on paper');
  assert.ok(seen.heading, 'with its heading');
  assert.ok(seen.wide <= 1, `nothing is cut off: ${seen.wide} px`);
}
