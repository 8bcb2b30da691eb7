// What the loader fetches, by the names and sizes of this build, and the few words for when nothing else can speak (from the
// catalogue).

export const FILES = {
  glue: '__ASSET_app_js__',
  guide: '__ASSET_guide_js__',
  offline: '__ASSET_offline_js__',
  overlay: '__ASSET_overlay_js__',
  style: '__ASSET_style_css__',
  late: '__ASSET_late_css__',
  wasm: ['__ASSET_app_wasm__', __SIZE_app_wasm__],
  rules: ['__ASSET_rules_bin__', __SIZE_rules_bin__],
  words: { vi: ['__ASSET_words_vi_bin__', __SIZE_words_vi_bin__], en: ['__ASSET_words_en_bin__', __SIZE_words_en_bin__] },
  cards: { vi: ['__ASSET_cards_vi_bin__', __SIZE_cards_vi_bin__], en: ['__ASSET_cards_en_bin__', __SIZE_cards_en_bin__] },
  text: { vi: '__ASSET_guide_vi_html__', en: '__ASSET_guide_en_html__' },
  handbook: { vi: 'cam-nang.html', en: 'cam-nang-en.html' },
};
export const SAY = __SAY__;

/** A failure with one of the codes of the contract. */
export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
