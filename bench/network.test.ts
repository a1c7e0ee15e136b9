import { expect, test } from 'vitest';
import { SLOW_4G, SLOW_PROCESSOR, wayOf } from './network.ts';

test('pieces share the way: each goes when the one before has arrived', () => {
  const arrival = wayOf({ roundTrip: 0, bytesPerSecond: 1000 });

  expect(arrival(500, 0)).toBe(500);
  expect(arrival(500, 100)).toBe(1000);
  expect(arrival(100, 5000)).toBe(5100);
});

test('the slow phone is that of Lighthouse', () => {
  expect(SLOW_4G).toEqual({ roundTrip: 150, bytesPerSecond: 209_715.2 });
  expect(SLOW_PROCESSOR).toBe(4);
});
