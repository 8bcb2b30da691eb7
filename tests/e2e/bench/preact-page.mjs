// The practical floor: the same questions by hand in Preact. One state, native radios and check boxes, no library besides.
// `QUESTIONS` is put in by esbuild.
import { h, render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

function Question({ question, chosen, onChoose }) {
  return h('fieldset', { 'data-question': question.id },
    h('legend', null, h('h1', { tabindex: -1 }, question.ask)),
    question.hint && h('p', { class: 'hint' }, question.hint),
    question.choices.map(choice => h('label', { key: choice.id, class: 'opt' },
      h('input', {
        type: question.several ? 'checkbox' : 'radio', name: question.id, value: choice.id, checked: chosen.includes(choice.id),
        disabled: question.most > 0 && chosen.length >= question.most && !chosen.includes(choice.id),
        onChange: event => onChoose(choice, event.currentTarget.checked),
      }),
      h('span', null, choice.label, choice.hint && h('small', null, choice.hint)))));
}

function App() {
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState({});
  const page = useRef();
  useLayoutEffect(() => {
    scrollTo(0, 0);
    if (at) page.current.querySelector('h1').focus();
  }, [at]);
  const question = QUESTIONS[at];
  const choose = (choice, on) => setAnswers(all => {
    const alone = QUESTIONS[at].choices.filter(other => other.alone).map(other => other.id);
    const before = (all[question.id] || []).filter(id => id !== choice.id && !choice.alone && !alone.includes(id));
    return { ...all, [question.id]: question.several ? (on ? [...before, choice.id] : before) : [choice.id] };
  });
  return h('main', { ref: page }, question
    ? [
      h('p', { class: 'hint' }, `Câu ${at + 1} / ${QUESTIONS.length}`),
      h(Question, { key: question.id, question, chosen: answers[question.id] || [], onChoose: choose }),
      h('p', { class: 'row' },
        at > 0 && h('button', { type: 'button', 'data-action': 'back', onClick: () => setAt(at - 1) }, 'Quay lại'),
        h('button', { type: 'button', class: 'go', 'data-action': 'next', onClick: () => setAt(now => now + 1) }, 'Tiếp tục')),
    ]
    : [
      h('h1', { tabindex: -1 }, 'Câu trả lời của bạn'),
      h('dl', null, QUESTIONS.map(asked => [
        h('dt', null, asked.ask),
        h('dd', null, asked.choices.filter(choice => (answers[asked.id] || []).includes(choice.id)).map(choice => choice.label).join(', ') || '–'),
      ])),
    ]);
}

render(h(App), document.getElementById('app'));
