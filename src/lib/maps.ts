/** The drawings of the roadmap, computed once a build. */
import type { Roadmap } from './curriculum.ts';
import { drawMaps, type Maps } from './map/maps.ts';

const drawn = new WeakMap<Roadmap, Maps>();

export function mapsOf(roadmap: Roadmap): Maps {
  let maps = drawn.get(roadmap);
  if (!maps) {
    maps = drawMaps(roadmap.topics.map(({ number, slug, short, lessons }) => ({ n: number, slug, short, lessons })));
    drawn.set(roadmap, maps);
  }
  return maps;
}
