/** What marks and shows progress on the pages, as one file that `elements/site-marks.ts` fetches when it is needed. */
import './elements/site-progress.ts';
import './elements/lesson-done.ts';
import './elements/lesson-questions.ts';

if (document.querySelector('site-continue')) void import('./elements/site-continue.ts');
