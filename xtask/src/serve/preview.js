// `cargo xtask serve` puts this at the end of the pages that it serves; it is no part of the site. It loads the page again when
// there is a new build, and says in words why a change is not shown.
const shown = new URL(import.meta.url).search.slice(1);
const box = document.createElement('section');
let said = '';

function line(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  element.style.margin = '0 0 .5rem';
  return element;
}

function say({ problems, notes }) {
  const now = JSON.stringify([problems, notes]);
  if (now === said) return;
  said = now;
  box.textContent = '';
  const lines = problems.length ? problems : notes;
  if (!lines.length) return box.remove();
  box.lang = 'vi';
  box.setAttribute('role', 'alert');
  // Through the object model: the policy of the page refuses style attributes.
  Object.assign(box.style, {
    position: 'fixed', left: '0', right: '0', bottom: '0', zIndex: '2147483647', maxHeight: '50vh', overflow: 'auto',
    boxSizing: 'border-box', padding: '1rem', font: '16px/1.5 sans-serif', color: '#fff',
    background: problems.length ? '#8c1d18' : '#5c4300',
  });
  box.append(line('strong', problems.length
    ? 'Thay đổi vừa lưu chưa hiện được. Trang này vẫn là bản trước. Lý do:'
    : 'Thay đổi đã hiện. Nên xem lại:'));
  for (const text of lines) box.append(line('p', text));
  const close = line('button', 'Đóng');
  close.addEventListener('click', () => box.remove());
  box.append(close);
  document.body.append(box);
}

async function look() {
  try {
    const state = await (await fetch('/-/preview.json')).json();
    if (state.version !== shown) return location.reload();
    say(state);
  } catch {
    // The server has ended or is being started again: it will answer.
  }
  setTimeout(look, 100);
}

look();
