// All content as text, below the card that stands in the app's place: the handbook, fetched as a document (never as markup
// from a string: Trusted Types) and taken over node by node.

/** Puts the content of the handbook, whose `main` this is, into `body`. Its links are meant from `address`. */
export function fill(body, main, address) {
  const content = document.importNode(main, true);
  const guide = document.createElement('div');
  guide.className = 'guide';
  // After its last day (in Viet Nam) the content stands behind a sentence that says so, as in the tool.
  const today = new Date(Date.now() + 7 * 3600000).toISOString().slice(0, 10);
  let into = guide;
  if (today > content.getAttribute('data-valid-until')) {
    into = guide.appendChild(document.createElement('details'));
    into.className = 'more';
    into.setAttribute('data-old', '');
    into.appendChild(document.createElement('summary')).textContent = content.getAttribute('data-old');
  }
  // Title and frame are the card's.
  const inner = content.querySelector('.body') || content;
  while (inner.firstChild) into.appendChild(inner.firstChild);
  guide.querySelectorAll('a[href]').forEach((link) => {
    const href = link.getAttribute('href');
    if (/^(https|tel):/.test(href)) return;
    if (href[0] !== '#') {
      if (address) link.setAttribute('href', new URL(href, address).href);
      else link.remove();
      return;
    }
    // The browser looks for such places in the page, not in here.
    link.addEventListener('click', (event) => {
      const place = guide.querySelector(`[id="${href.slice(1)}"]`);
      event.preventDefault();
      if (!place) return;
      place.scrollIntoView();
      place.setAttribute('tabindex', '-1');
      place.focus();
    });
  });
  body.appendChild(guide);
}

/** Fetches the content of the handbook from `address` and puts it into `body`. */
export function show(body, address) {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.onload = () => {
    const main = request.response && request.response.querySelector('main');
    if (main && body.isConnected) fill(body, main, address);
  };
  request.send();
}
