/** The few operations on numbers and lists that the layout is written in. */

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

export const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The item at an index that must exist; negative indexes count from the end. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new RangeError(`No item ${index} in a list of ${items.length}`);
  return item;
}

/** Every item with the one after it. */
export const adjacent = <T>(items: readonly T[]): [T, T][] => items.slice(1).map((item, i) => [at(items, i), item]);
