// The engine alone: the answers of a file in, the evaluations out.
import { assess, load } from 'buoc-so';
import type { AnswerFile, AnswersError, Assessment } from 'buoc-so';

/** What is thrown, as plain data. */
function said(error: unknown): { name: string; key: string; message: string } {
  const { name, key, message } = error as AnswersError;
  return { name, key, message };
}

async function run(): Promise<void> {
  let early = '';
  try {
    assess({ answers: {} });
  } catch (error) {
    early = said(error).message;
  }
  const inputs: AnswerFile[] = await (await fetch('inputs.json')).json();
  await Promise.all([load(), load()]);
  const results: (Assessment | ReturnType<typeof said>)[] = inputs.map((input) => {
    try {
      return assess(input);
    } catch (error) {
      return said(error);
    }
  });
  const out = document.createElement('pre');
  out.id = 'out';
  out.textContent = JSON.stringify({ early, results });
  document.body.append(out);
}

run().catch((error: unknown) => {
  document.body.append(String(error));
});
