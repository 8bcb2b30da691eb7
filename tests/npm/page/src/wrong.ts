// What the compiler must find. Each line was seen red without its remark; never run.
import { assess } from 'buoc-so';
import type { BuocSoElement } from 'buoc-so/element';

export function wrong(element: BuocSoElement): void {
  // @ts-expect-error a choice of another question
  assess({ answers: { audience: 'bank' } });
  // @ts-expect-error one choice where several are given as a list
  assess({ answers: { money: 'bank' } });
  // @ts-expect-error no such question
  assess({ answers: { colour: 'red' } });
  // @ts-expect-error no such platform
  assess({ answers: {}, used: ['no-such-platform'] });
  // @ts-expect-error answers are missing
  assess({ today: '2026-11-21' });
  const result = assess({ answers: { audience: 'citizen', money: ['bank', 'cash'], device: undefined }, skipped: ['sim'] });
  // @ts-expect-error no such status
  if (result.platforms[0]?.status === 'eligible') return;
  // @ts-expect-error a count is a number
  const ready: string = result.summary.ready;
  // @ts-expect-error no such province
  element.province = '999';
  // @ts-expect-error no such value
  element.save = 'cloud';
  // @ts-expect-error an event tells counts, never answers
  element.addEventListener('buoc-so:result', ({ detail }) => ready + detail.answers);
}
