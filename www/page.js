// The element on our own page and in the tool in one file: without what only portals need, because it is in the first bytes of
// everybody.

import { BuocSo } from './loader/element.js';

customElements.define('buoc-so', BuocSo);
