// How well a text can be read on a colour, as WCAG counts it.

/** The least contrast of text that is read on a button. */
export const ENOUGH = 4.5;

const linear = (share) => (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));

/** Relative luminance of `#rrggbb`. */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). Rounded down, so that nothing is called enough that is not. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return Math.floor(100 * (light + 0.05) / (dark + 0.05)) / 100;
}
