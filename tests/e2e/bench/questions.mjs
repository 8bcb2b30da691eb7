// The first eight questions of a citizen's path, as all three pages ask them: words and choices from the catalogue, in Vietnamese.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is answered, in every page alike. These are the questions asked of this person, in content order. */
export const ANSWERS = {
  audience: ['citizen'], device: ['smartphone-own'], internet: ['mobile-data'], vneid: ['no'], money: ['cash'],
  needs: ['papers', 'health'], sim: ['yes'], 'household-members': ['student', 'over-60'],
};
export const IDS = Object.keys(ANSWERS);

/** What a citizen is offered: a choice for other audiences only is left out (the pages must show the same rows). */
const forCitizens = choice => !choice.offered || choice.offered.question !== 'audience' || choice.offered.is.includes('citizen');

export function questions(root, modules) {
  const { parse } = createRequire(join(modules, 'x.js'))('smol-toml');
  const all = parse(readFileSync(join(root, 'catalogue/questions.toml'), 'utf8')).question;
  return IDS.map(id => {
    const question = all.find(entry => entry.id === id);
    if (!question) throw new Error(`catalogue/questions.toml: question ${id} is not there; put tests/e2e/bench/questions.mjs in step with it`);
    const choices = question.choice.filter(forCitizens).map(choice =>
      ({ id: choice.id, label: choice.label.vi, hint: choice.hint ? choice.hint.vi : '', alone: choice.exclusive === true }));
    const lost = ANSWERS[id].filter(answer => !choices.some(choice => choice.id === answer));
    if (lost.length) throw new Error(`catalogue/questions.toml: ${id} has no choice ${lost}; put tests/e2e/bench/questions.mjs in step with it`);
    return { id, ask: question.ask.vi, hint: question.hint ? question.hint.vi : '', several: question.several === true, most: question.most || 0, choices };
  });
}
