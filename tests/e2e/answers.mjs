// Whom the journeys walk as. A question that is asked and not in the table is skipped, or answered `unknown`.
// Choices only, never words.
export const PEOPLE = {
  citizen: {
    audience: 'citizen', device: 'smartphone-own', internet: 'mobile-data', vneid: 'no', money: ['cash'], needs: ['papers', 'health'],
    'household-members': ['student', 'over-60'],
  },
  'farm-household': {
    audience: 'farm-household', device: 'smartphone-own', internet: 'home', vneid: 'no', money: ['bank'], needs: ['sell'],
    sim: 'yes', 'farm-sell': ['market', 'online'], 'farm-extra': ['processing'], registered: 'no', revenue: 'rev-le-1b',
  },
  'household-business': {
    audience: 'household-business', device: 'smartphone-own', internet: 'home', vneid: 'level-2', money: ['bank', 'wallet'], needs: ['sell', 'tax'],
    registered: 'yes', revenue: 'rev-1b-3b', channels: ['shop', 'marketplace', 'social'], einvoice: 'no',
  },
  enterprise: {
    audience: 'enterprise', device: 'smartphone-own', internet: 'home', vneid: 'level-2', money: ['bank'], needs: ['tax', 'sign', 'manage'],
    'org-eid': 'no', size: '10-50', tools: ['e-invoice', 'accounting'], revenue: 'rev-3b-50b',
  },
  cooperative: {
    audience: 'cooperative', device: 'basic-phone', internet: 'sometimes', vneid: 'unknown', money: ['mobile-money'], needs: ['farm'],
    'org-eid': 'unknown', size: 'under-10', tools: ['none'],
  },
};

/** Nothing said at all. */
export const NOTHING = {};

/** The answer given to `needs` when the wished one is not offered to this person. */
export const list = value => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
