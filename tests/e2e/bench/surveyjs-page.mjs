// The same questions in SurveyJS as its manual shows it: Model, a page for each question, its own Vietnamese words, its default style.
// `QUESTIONS` is put in by esbuild.
import { Model } from 'survey-core';
import 'survey-core/i18n/vietnamese';
import 'survey-core/survey-core.css';
import 'survey-js-ui';

const words = choice => (choice.hint ? `${choice.label} – ${choice.hint}` : choice.label);

const survey = new Model({
  locale: 'vi',
  title: document.title,
  showProgressBar: true,
  progressBarType: 'pages',
  pages: QUESTIONS.map(question => ({ elements: [{
    type: question.several ? 'checkbox' : 'radiogroup',
    name: question.id,
    title: question.ask,
    description: question.hint,
    maxSelectedChoices: question.most,
    choices: question.choices.map(choice => ({ value: choice.id, text: words(choice) })),
  }] })),
});
survey.render(document.getElementById('app'));
