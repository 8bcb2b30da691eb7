// What a province adds (`buoc-so-overlay/1`): loaded only where a page names an overlay. A wasm of its own merges it into the packed
// parts of the catalogue. Whatever is wrong with it, the tool goes on without it and says so.

import { frame } from './__ASSET_local_js__';

const SAY = __OVERLAY__;
/** How long the tool waits when all else is there: a slow host of an overlay must not keep people from the first question. */
const PATIENCE = 5000;
const WASM = ['__ASSET_overlay_wasm__', __SIZE_overlay_wasm__];

const files = {};
let program;

async function bytes(address, about) {
  const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!answer.ok) throw new Error(`${about}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function start() {
  const [glue, wasm] = await Promise.all([import('./__ASSET_overlay_glue_js__'), bytes(new URL(WASM[0], import.meta.url), 'overlay wasm')]);
  if (wasm.length !== WASM[1]) throw new Error(`overlay wasm: ${wasm.length} bytes`);
  await glue.default({ module_or_path: wasm.buffer });
  return glue.Local;
}

/** Read once for all widgets of the page, however often they move; what failed may be tried again. */
function once(address) {
  if (!program) {
    program = start();
    program.catch(() => { program = null; });
  }
  if (!files[address]) {
    files[address] = Promise.all([program, bytes(address, 'overlay')]).then(([Local, file]) => ({
      local: new Local(file),
      overlay: JSON.parse(new TextDecoder().decode(file).replace(/^\ufeff/, '')),
    }));
    files[address].catch(() => delete files[address]);
  }
  return files[address];
}

const late = () => new Promise((done, fail) => {
  setTimeout(() => fail(new Error(`not there ${PATIENCE / 1000} s after all else`)), PATIENCE);
});

/**
 * Reads the overlay at `address` for this element; gives what changes the packed parts. `styled` loads a style sheet, `rest` is all
 * else that the first question waits for.
 */
export async function begin(element, address, styled, rest) {
  const around = frame(element, SAY.words);
  const refuse = (error) => {
    around.refused();
    element.tell('error', { code: 'overlay', message: String(error.message) });
  };
  const style = styled(element.root, '__ASSET_overlay_css__');
  let local;
  try {
    const url = new URL(address, document.baseURI);
    // Where the address of the page names it anybody could send people a link with contacts of their own.
    if ((element.own || element.fromAddress) && url.origin !== location.origin) throw new Error('on this page only overlays of its own host are read');
    const read = await Promise.race([once(url.href), rest.then(late)]);
    local = read.local;
    around.show(read.overlay);
    await style;
  } catch (error) {
    refuse(error);
    return undefined;
  }
  /** What the wasm gives, or the part as it was. */
  const merged = (part, merge) => {
    if (!local) return part;
    try {
      return merge();
    } catch (error) {
      local = null;
      refuse(error);
      return part;
    }
  };
  return {
    rules: (part) => merged(part, () => local.rules(part, SAY.hideable)),
    cards: (lang, part) => merged(part, () => {
      const say = SAY.words[lang];
      const cards = local.cards(lang, part, say.yes, say.no, say.note);
      around.hides(lang, local.hidden());
      return cards;
    }),
  };
}
