/** What marks and shows progress on the pages, as one file that `elements/site-marks.ts` fetches when it is needed. */
import styles from '../styles/marks.css?inline';
import { adoptStyles } from './dom.ts';
import './elements/site-progress.ts';
import './elements/lesson-done.ts';
import './elements/lesson-questions.ts';

adoptStyles(styles);
if (document.querySelector('site-continue')) void import('./elements/site-continue.ts');
