import { loadPyodide } from '../python/pyodide.mjs';

const starting = loadPyodide({ stdout: (text) => postMessage({ text }) });
addEventListener('message', async ({ data: program }) => {
  const pyodide = await starting;
  await pyodide.runPythonAsync(program);
  postMessage({ heap: pyodide._module.HEAP8.length });
});
