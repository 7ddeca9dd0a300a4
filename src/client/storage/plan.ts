/**
 * What the reader asked of the study plan, kept in the browser.
 *
 * Stored: `roadmap.plan` = { version: 1, plan: PlanSettings }, see study/plan/settings.ts.
 * Life cycle: written when the reader keeps a plan, and with each change to it; the weeks are computed anew each
 * time. What cannot be read is set aside by the box. A later version gets a step in `parse` and a fixture in its test.
 */
import { PLAN_KEY } from '../../shared/storage-keys.ts';
import { parseSettings, type PlanSettings } from '../study/plan/settings.ts';
import { openBox, type Refusal } from './box.ts';

const box = openBox<{ plan?: PlanSettings }>({
  key: PLAN_KEY,
  version: 1,
  parse: (stored) => {
    const plan = parseSettings(stored['plan']);
    return plan && { plan };
  },
  empty: {},
});

/** The reader's own plan, or undefined when none is kept. */
export const readPlan = (): PlanSettings | undefined => box.read().plan;

/** Keeps a plan in the place of the one before. Says why when it could not be stored. */
export const writePlan = (plan: PlanSettings): Refusal | undefined => box.write({ plan });

/** Calls back when another tab has changed the plan. */
export const watchPlan = (changed: (plan: PlanSettings | undefined) => void): (() => void) =>
  box.watch(({ plan }) => {
    changed(plan);
  });
