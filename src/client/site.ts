/**
 * What every page runs, as one file: it is fetched once and compresses as a whole. Each module finds its own
 * elements and does nothing where there are none. Tools with a page of their own have a script of their own.
 */
import './elements/site-theme.ts';
import './elements/site-search.ts';
import './elements/site-moved.ts';
import './elements/site-marks.ts';
import './elements/lesson-toc.ts';
import './elements/lesson-more.ts';
import './elements/code-tools.ts';
import './offline.ts';
