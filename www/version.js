// The element of one version, in a folder of its own that never changes (contract section 6): what `embed.js` is, with the catalogue
// of today.

import './embed.js';
