/** How hard a lesson is: 0 foundation, 1 core, 2 advanced, 3 expert. A level is a height on the map. */
export type Level = 0 | 1 | 2 | 3;

/** The words for the levels, as readers see them. */
export const levelNames = ['Foundation', 'Core', 'Advanced', 'Expert'] as const;
