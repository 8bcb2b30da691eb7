// The static first screen inside the element: usable before the program is there, and replaced by it without a jump.

/** Remembers an early tap and answers it at once. */
export function watch(element) {
  const screen = element.querySelector('[data-static]');
  const early = { screen, act: '' };
  if (!screen) return early;
  const says = screen.querySelector('[data-opening]');
  const tapped = (act) => {
    early.act = act;
    if (says) says.textContent = says.getAttribute('data-opening');
  };
  // A tap from before this script: the style sheet kept it (`.go:active`). Without an answer it may have been a finger that
  // scrolled.
  const mark = screen.querySelector('.opening');
  if (mark && getComputedStyle(mark).opacity > 0 && screen.querySelector(':checked')) tapped('next');
  screen.addEventListener('click', (event) => {
    const button = event.target.closest && event.target.closest('button[data-action]');
    if (button) tapped(button.getAttribute('data-action'));
  });
  return early;
}

/** The answer given so far. */
export function answer({ screen }) {
  const first = screen && screen.querySelector('input:checked');
  return first ? first.value : '';
}

/** Shows the app in place of what stood in the element: same answer, same focus, same place on the page. */
export function takeOver({ screen, act }, box) {
  const focused = screen && screen.contains(document.activeElement) ? document.activeElement : null;
  box.hidden = false;
  if (!screen) return;
  if (focused) {
    const hook = focused.getAttribute('data-action');
    const same = box.querySelector(hook ? `[data-action="${hook}"]` : `input[value="${focused.value}"]`);
    if (same) same.focus();
  }
  screen.remove();
  const again = act && box.querySelector(`main [data-action="${act}"], header [data-action="${act}"]`);
  if (again) again.click();
}
