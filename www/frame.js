// Our page for frames: the address gives the attributes, the page around it is told the height (contract section 6).

import { ATTRIBUTES } from './loader/element.js';
import { InPortal } from './loader/portal.js';

const asked = new URLSearchParams(location.search);
const element = document.querySelector('buoc-so');
ATTRIBUTES.filter((name) => asked.get(name)).forEach((name) => element.setAttribute(name, asked.get(name)));
document.documentElement.lang = asked.get('lang') === 'en' ? 'en' : 'vi';
customElements.define('buoc-so', InPortal);

let told = 0;
const tell = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height !== told && window.parent !== window) window.parent.postMessage({ type: 'buoc-so:height', height }, '*');
  told = height;
};
if (window.ResizeObserver) new ResizeObserver(tell).observe(document.documentElement);
else setInterval(tell, 500);
