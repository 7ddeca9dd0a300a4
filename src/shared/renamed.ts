/**
 * Pages and headings that moved. Old address -> new address, without the base path. A page serves a
 * redirect; a heading (with `#`) is corrected in the browser, since fragments never reach a host.
 * Lesson ids in the reader's progress follow the pages.
 */
export const renamed: Readonly<Record<string, string>> = {};
