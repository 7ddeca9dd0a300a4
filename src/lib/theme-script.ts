import { THEME_KEY } from '../shared/storage-keys.ts';

/** Runs before the first paint: the reader's own choice of theme, and a sign that scripts run. */
export const themeScript = `(d=>{d.classList.add("js");try{const t=localStorage.getItem(${JSON.stringify(THEME_KEY)});if(t==="light"||t==="dark")d.dataset.theme=t}catch{}})(document.documentElement)`;
