// The engine imported and never called: side-effect-free, so nothing of it may come along either.
import 'buoc-so';
import { assess } from 'buoc-so';

export const never = (): void => {
  assess({ answers: {} });
};
document.body.dataset['unused'] = 'yes';
