// Types alone: nothing of the engine may come along.
import type { Assessment, PlatformId, Status } from 'buoc-so';

const words: Record<Status, string> = { using: '1', ready: '2', after: '3', maybe: '4', 'not-now': '5' };
export const shown = (result: Assessment, id: PlatformId): string =>
  words[result.platforms.find((platform) => platform.id === id)?.status ?? 'maybe'];
document.body.dataset['words'] = Object.values(words).join('');
