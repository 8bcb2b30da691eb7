// What an editor copies, from what was chosen (contract section 6). Only what differs from the default of a way is written.

/** The attributes in the order of the contract; the same names are parameters of our pages. */
export const ATTRIBUTES = ['lang', 'province', 'overlay', 'start', 'theme', 'save'];
const EMBEDDED = { theme: 'auto', save: 'off' };
const OWN_PAGE = { theme: 'auto', save: 'device' };

const quoted = (value) => `"${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`;
const differing = (chosen, defaults) => ATTRIBUTES.filter((name) => chosen[name] && chosen[name] !== defaults[name]);

/** The attributes of a tag. */
function attributes(chosen, prefix) {
  return differing(chosen, EMBEDDED).map((name) => ` ${prefix}${name}=${quoted(chosen[name])}`).join('');
}

/** One of our pages with its parameters. They read an overlay of our own host only. */
function address({ home, chosen, page, defaults }) {
  const url = new URL(page, home);
  const readable = { ...chosen, overlay: chosen.overlay.indexOf(`${new URL(home).origin}/`) === 0 ? chosen.overlay : '' };
  differing(readable, defaults).forEach((name) => url.searchParams.set(name, readable[name]));
  return url.href;
}

const script = (home, file) => `<script type="module" src=${quoted(new URL(file, home).href)}></script>`;

/** Custom properties as a rule for the portal's style sheet; nothing when nothing differs. */
function rule({ colours, radius, width }) {
  const lines = [
    colours && `--buoc-so-accent: ${colours.accent};`,
    colours && `--buoc-so-on-accent: ${colours.onAccent};`,
    radius && `--buoc-so-radius: ${radius};`,
    width && `--buoc-so-max-width: ${width};`,
  ].filter(Boolean);
  return lines.length ? `buoc-so {\n${lines.map((line) => `  ${line}\n`).join('')}}` : '';
}

const frame = (where, title, more) => `<iframe${more} title=${quoted(title)} src=${quoted(where)} width="100%" height="720" frameborder="0" allow="clipboard-write; web-share"></iframe>`;

/** Hears the height of the tool: from this frame only, and from its address (a sandboxed frame has none: "null"). */
const HEIGHT = `<script>
addEventListener('message', function (event) {
  var frame = document.getElementById('buoc-so-frame');
  var told = event.data || {};
  if (!frame || event.source !== frame.contentWindow) return;
  if (event.origin !== new URL(frame.src).origin && event.origin !== 'null') return;
  if (told.type === 'buoc-so:height' && told.height > 0) frame.height = Math.ceil(told.height);
});
</script>`;

/** The policy that suffices for the tag: with an overlay of another host that host, too. */
export function policy(host, overlay, wasm) {
  const from = overlay && overlay.indexOf(`${host}/`) !== 0 ? `${host} ${new URL(overlay).origin}` : host;
  return `default-src 'none'; script-src ${host} ${wasm}; style-src ${host}; img-src ${host} data:; media-src ${host}; connect-src ${from}; font-src ${host}`;
}

/** All texts by the names of their places. `home`: the folder of the tool, with a slash at its end. */
export function snippets({ home, chosen, title, checking }) {
  const host = new URL(home).origin;
  const inFrame = address({ home, chosen, page: 'frame.html', defaults: EMBEDDED });
  return {
    element: `${script(home, 'embed.js')}\n<buoc-so${attributes(chosen, '')}></buoc-so>`,
    style: rule(chosen),
    div: `${script(home, 'embed.js')}\n<div data-buoc-so${attributes(chosen, 'data-')}></div>`,
    frame: `${frame(inFrame, title, ' id="buoc-so-frame"')}\n${HEIGHT}`,
    'frame-plain': frame(inFrame, title, ''),
    link: address({ home, chosen, page: 'index.html', defaults: OWN_PAGE }),
    policy: { element: policy(host, chosen.overlay, "'wasm-unsafe-eval'"), frame: `frame-src ${host}`, link: '' }[chosen.way],
    'policy-old': `${policy(host, chosen.overlay, "'wasm-unsafe-eval' 'unsafe-eval'")}; require-trusted-types-for 'script'`,
    check: `<div data-buoc-so-check>${checking.replace(/\{host\}/g, host)}</div>\n${script(home, 'embed-check.js')}`,
  };
}
