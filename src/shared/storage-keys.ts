/** Keys of localStorage, each in one place only. */
export const THEME_KEY = 'roadmap.theme';
/** Edited programs; a hash of the original follows. */
export const EDIT_PREFIX = 'roadmap.edit.';
/** Drafts of exercises; the exercise's id follows. */
export const DRAFT_PREFIX = 'roadmap.draft.';
/** What the reader has done. */
export const PROGRESS_KEY = 'roadmap.progress';
/** Cards, their dates and the settings of the review. */
export const REVIEW_KEY = 'roadmap.review';
/** Results of mock interviews. */
export const INTERVIEW_KEY = 'roadmap.interviews';
/** A mock interview that goes on, in sessionStorage. */
export const INTERVIEW_SESSION_KEY = 'roadmap.interview-session';
/** The study plan's settings. */
export const PLAN_KEY = 'roadmap.plan';
/** Answers of a placement check, in sessionStorage; the topic's slug follows. */
export const PLACEMENT_PREFIX = 'roadmap.placement.';
