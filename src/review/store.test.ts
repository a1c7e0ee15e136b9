import { describe, expect, test } from 'vitest';
import { openStore, storageOf, STORE_KEY, type Kept } from './store.ts';

/** A storage of a browser, as two tabs share it. */
function aStorage(
  fails: { get?: Error; set?: Error; remove?: Error } = {},
): Kept & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem(key) {
      if (fails.get) throw fails.get;
      return kept.get(key) ?? null;
    },
    setItem(key, value) {
      if (fails.set) throw fails.set;
      kept.set(key, value);
    },
    removeItem(key) {
      if (fails.remove) throw fails.remove;
      kept.delete(key);
    },
  };
}

/** A clock that stands still, so that numbers must differ all the same. */
const clock = () => 1000;
const named = (name: string) => Object.assign(new Error('no'), { name });

test('where nothing is kept, there is no text and the state has the number 0', () => {
  expect(openStore(aStorage(), clock).read()).toEqual({ revision: 0 });
});

test('what was written is read back, under a number that grows', () => {
  const storage = aStorage();
  const store = openStore(storage, clock);

  expect(store.write('{"a": "1\\n2"}\n', 0)).toEqual({ ok: true, revision: 1000 });
  expect(store.read()).toEqual({ text: '{"a": "1\\n2"}\n', revision: 1000 });
  expect(store.write('b', 1000)).toEqual({ ok: true, revision: 1001 });
  expect([...storage.kept.keys()]).toEqual([STORE_KEY]);
});

test('a second tab is told of the work of the first one, and overwrites it only when it knows', () => {
  const storage = aStorage();
  const [one, two] = [openStore(storage, clock), openStore(storage, clock)];
  one.write('first', 0);
  const state = two.read().revision;
  one.write('second', state);

  expect(two.write('other', state)).toEqual({
    ok: false,
    problem: 'changed-elsewhere',
    theirs: { text: 'second', revision: 1001 },
  });
  expect(one.read().text).toBe('second');
  expect(two.write('other', 1001)).toEqual({ ok: true, revision: 1002 });
});

test('two tabs that both begin with nothing do not overwrite one another', () => {
  const storage = aStorage();
  openStore(storage, clock).write('first', 0);

  expect(openStore(storage, clock).write('second', 0)).toMatchObject({ problem: 'changed-elsewhere' });
});

test('deleting leaves nothing behind, and another tab is told', () => {
  const storage = aStorage();
  const [one, two] = [openStore(storage, clock), openStore(storage, clock)];
  one.write('first', 0);
  const state = two.read().revision;

  expect(one.clear()).toBeUndefined();
  expect(storage.kept.size).toBe(0);
  expect(two.write('other', state)).toEqual({
    ok: false,
    problem: 'changed-elsewhere',
    theirs: { revision: 0 },
  });
});

test('a state that was begun after deleting has another number than the one before', () => {
  const storage = aStorage();
  let time = 5;
  const store = openStore(storage, () => (time += 1));
  const before = store.write('first', 0);
  store.clear();

  expect(store.write('second', 0)).not.toEqual(before);
});

describe('a browser that keeps nothing', () => {
  test.each([
    ['is full', named('QuotaExceededError'), 'full'],
    ['is full, as older Firefox says it', named('NS_ERROR_DOM_QUOTA_REACHED'), 'full'],
    ['refuses', named('SecurityError'), 'denied'],
  ])('%s: the problem has a name and what was kept stays', (_what, set, problem) => {
    const fails: { set?: Error } = {};
    const storage = aStorage(fails);
    const store = openStore(storage, clock);
    store.write('first', 0);
    fails.set = set;

    expect(store.write('second', 1000)).toEqual({ ok: false, problem });
    expect(store.read()).toEqual({ text: 'first', revision: 1000 });
  });

  test('has no storage', () => {
    const store = openStore(undefined, clock);

    expect(store.read()).toEqual({ revision: 0, problem: 'denied' });
    expect(store.write('a', 0)).toEqual({ ok: false, problem: 'denied' });
    expect(store.clear()).toBe('denied');
  });

  test('forbids to read or to delete', () => {
    const get = openStore(aStorage({ get: named('SecurityError') }), clock);
    expect(get.read()).toEqual({ revision: 0, problem: 'denied' });
    expect(get.write('a', 0)).toEqual({ ok: false, problem: 'denied' });
    expect(openStore(aStorage({ remove: named('SecurityError') }), clock).clear()).toBe('denied');
  });

  test('forbids to ask for the storage at all', () => {
    expect(
      storageOf(() => {
        throw named('SecurityError');
      }),
    ).toBeUndefined();
  });
});

test.each(['', 'no number', '12', '-1\n{}', '1e3\n{}', `${'9'.repeat(16)}\n{}`, '__proto__\n'])(
  'something else in its place, %j, is handed on as it is and counts as no state',
  (kept) => {
    const storage = aStorage();
    storage.kept.set(STORE_KEY, kept);

    expect(openStore(storage, clock).read()).toEqual(
      kept === '' ? { revision: 0 } : { revision: 0, text: kept },
    );
  },
);
