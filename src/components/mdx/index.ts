/** What authors may write in MDX, by name. */
import Diagram from './Diagram.astro';
import Hint from './Hint.astro';
import Item from './Item.astro';
import New from './New.astro';
import Note from './Note.astro';
import Pitfall from './Pitfall.astro';
import Predict from './Predict.astro';
import Recap from './Recap.astro';
import Right from './Right.astro';
import Solution from './Solution.astro';
import Table from './Table.astro';
import Top1 from './Top1.astro';
import Wrong from './Wrong.astro';

export const mdxComponents = {
  Diagram,
  Hint,
  Item,
  New,
  Note,
  Pitfall,
  Predict,
  Recap,
  Right,
  Solution,
  Table,
  Top1,
  Wrong,
};
