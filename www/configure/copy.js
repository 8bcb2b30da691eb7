// Copying with an outcome that can be seen, also where the browser has no clipboard for pages.

/** Copies the whole text of a field; the field says afterwards what happened: `copied`, or `selected` for copying by hand. */
export async function copy(field) {
  field.focus();
  field.select();
  if (field.setSelectionRange) field.setSelectionRange(0, field.value.length);
  try {
    await navigator.clipboard.writeText(field.value);
    return 'copied';
  } catch (error) {
    // No such thing (Chromium 64), or not allowed: the old way.
  }
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch (error) {
    // What is selected can still be copied by hand.
  }
  return done ? 'copied' : 'selected';
}

/** As high as its text. */
export function fit(field) {
  field.style.height = 'auto';
  // With the border, which the text does not count; hidden fields have no height.
  if (field.scrollHeight) field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
