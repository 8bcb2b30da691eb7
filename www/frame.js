// Our page for frames: the address gives the attributes, the page around it is told the height (contract section 6).

import { ATTRIBUTES } from './loader/element.js';
import { InPortal } from './loader/portal.js';

// A sandbox takes the page's origin away, and with it the meaning of 'self' (WebKit, Chromium 64 and 73: nothing would be loaded).
// So the page's policy names no host, and a second one, from here on, names ours.
const policy = document.createElement('meta');
policy.httpEquiv = 'Content-Security-Policy';
policy.content = document.querySelector('meta[http-equiv]').content.replace(/http: https:/g, new URL(location.href).origin);
document.head.appendChild(policy);

const asked = new URLSearchParams(location.search);
const element = document.querySelector('buoc-so');
ATTRIBUTES.filter((name) => asked.get(name)).forEach((name) => element.setAttribute(name, asked.get(name)));
element.fromAddress = true;
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
