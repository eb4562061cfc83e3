import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addNeighbour,
  clearNeighbours,
  createAdjacency,
  degreeOf,
  neighboursOf,
  pack,
  removeNeighbour,
  reversed,
  setNeighbours,
  valuesOf,
} from '../../../src/analysis/adjacency.ts';

const NODES = 6;
const node = fc.nat(NODES - 1);
const lists = fc.uniqueArray(fc.nat(40), { maxLength: 12 });
const operation = fc.oneof(
  fc.record({ do: fc.constant('set' as const), node, list: lists }),
  fc.record({ do: fc.constant('add' as const), node, neighbour: fc.nat(40) }),
  fc.record({ do: fc.constant('remove' as const), node, neighbour: fc.nat(40) }),
  fc.record({ do: fc.constant('clear' as const), node }),
  fc.record({ do: fc.constant('pack' as const) }),
);

const valueOf = (neighbour: number) => neighbour / 4;

describe('an adjacency', () => {
  it('holds after any changes what plain lists hold, with the value of each neighbour beside it', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 300 }), (operations) => {
        const adjacency = createAdjacency(new Float32Array(0));
        const plain = Array.from({ length: NODES }, (): number[] => []);
        for (const one of operations) {
          if (one.do === 'pack') {
            pack(adjacency);
            continue;
          }
          const list = plain[one.node] ?? [];
          if (one.do === 'set') {
            setNeighbours(adjacency, one.node, one.list, one.list.map(valueOf));
            plain[one.node] = [...one.list];
          } else if (one.do === 'clear') {
            clearNeighbours(adjacency, one.node);
            plain[one.node] = [];
          } else if (one.do === 'add' && !list.includes(one.neighbour)) {
            addNeighbour(adjacency, one.node, one.neighbour, valueOf(one.neighbour));
            list.push(one.neighbour);
          } else if (one.do === 'remove') {
            removeNeighbour(adjacency, one.node, one.neighbour);
            const place = list.indexOf(one.neighbour);
            const last = list.pop();
            if (place === -1 && last !== undefined) list.push(last);
            else if (place < list.length && last !== undefined) list[place] = last;
          }
        }
        expect(plain.map((_, each) => [...neighboursOf(adjacency, each)])).toEqual(plain);
        expect(plain.map((_, each) => [...valuesOf(adjacency, each)])).toEqual(
          plain.map((list) => list.map(valueOf)),
        );
        expect(plain.map((_, each) => degreeOf(adjacency, each))).toEqual(plain.map((list) => list.length));
        expect(adjacency.size).toBe(plain.flat().length);

        const back = reversed(adjacency);
        const expected = Array.from({ length: 41 }, (_, neighbour) =>
          plain.flatMap((list, each) => (list.includes(neighbour) ? [each] : [])),
        );
        expect(expected.map((_, each) => [...neighboursOf(back, each)])).toEqual(expected);
        expect(back.size).toBe(adjacency.size);
      }),
    );
  });

  it('keeps the lists of nodes that it has no room for yet', () => {
    const adjacency = createAdjacency(null);
    for (let each = 0; each < 1000; each += 1) addNeighbour(adjacency, each % 10, each);
    pack(adjacency);
    addNeighbour(adjacency, 5000, 1);
    expect([degreeOf(adjacency, 9), degreeOf(adjacency, 5000), degreeOf(adjacency, 4999)]).toEqual([
      100, 1, 0,
    ]);
  });
});
