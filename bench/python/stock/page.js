// A page as Pyodide's documentation suggests: Python in a worker, started by the first click.
const output = document.getElementById('output');
const { program } = await (await fetch('program.json')).json();
let worker;
document.querySelector('button').addEventListener('click', () => {
  if (!worker) {
    worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => {
      if ('text' in data) output.append(`${data.text}\n`);
    });
  }
  output.textContent = '';
  worker.postMessage(program);
});
document.body.dataset.ready = '';
