import { expect, it } from 'vitest';
import { Disposables } from '../../../src/host/lifetime/disposables.ts';

function recorder() {
  const disposed: string[] = [];
  return { disposed, make: (name: string) => ({ dispose: () => disposed.push(name) }) };
}

it('disposes the last one first, each once', () => {
  const { disposed, make } = recorder();
  const owner = new Disposables();
  owner.add(make('a'));
  owner.add(make('b'));
  owner.dispose();
  owner.dispose();
  expect(disposed).toEqual(['b', 'a']);
});

it('disposes at once what comes after its end', () => {
  const { disposed, make } = recorder();
  const owner = new Disposables();
  owner.dispose();
  owner.add(make('late'));
  expect(disposed).toEqual(['late']);
});

it('goes on past a member that throws', () => {
  const { disposed, make } = recorder();
  const owner = new Disposables();
  owner.add(make('a'));
  owner.add({
    dispose: () => {
      throw new Error('stuck');
    },
  });
  owner.add(make('c'));
  expect(() => owner.dispose()).toThrow(AggregateError);
  expect(disposed).toEqual(['c', 'a']);
});
