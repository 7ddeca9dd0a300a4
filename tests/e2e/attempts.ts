/** Programs that try to reach another origin. Each prints "tried" when it has done what it can. */

const caught = (body: string): string =>
  `try:\n${body.replace(/^/gm, '    ')}\nexcept BaseException as error:\n    print(type(error).__name__)\nprint("tried")\n`;

/** JavaScript from Python, by the door that pyodide leaves. */
const script = (code: string): string =>
  caught(
    `from pyodide.code import run_js\nresult = run_js(${JSON.stringify(code)})\nfrom pyodide.ffi import run_sync\nrun_sync(result)`,
  );

/** Name -> program; ORIGIN and PORT stand for the other origin. */
export const ATTEMPTS: Record<string, string> = {
  'js.fetch': caught('import js\njs.fetch("ORIGIN/fetch")'),
  pyfetch: caught(
    'from pyodide.http import pyfetch\nfrom pyodide.ffi import run_sync\nrun_sync(pyfetch("ORIGIN/pyfetch"))',
  ),
  open_url: caught('from pyodide.http import open_url\nopen_url("ORIGIN/open_url")'),
  XMLHttpRequest: caught('import js\nx = js.XMLHttpRequest.new()\nx.open("GET", "ORIGIN/xhr", False)\nx.send()'),
  'run_js fetch': script('fetch("ORIGIN/run_js")'),
  'import()': script('import("ORIGIN/import.js")'),
  'Function constructor': caught('import js\nf = js.Object.constructor("return import(\'ORIGIN/function.js\')")\nf()'),
  'async function constructor': script(
    'Object.getPrototypeOf(async function(){}).constructor("await import(\'ORIGIN/async.js\')")()',
  ),
  WebSocket: script(
    'new Promise((done) => { const s = new WebSocket("ws://127.0.0.1:PORT/socket"); s.onerror = s.onopen = done; })',
  ),
  EventSource: script(
    'new Promise((done) => { const s = new EventSource("ORIGIN/events"); s.onerror = s.onopen = done; })',
  ),
  sockets: caught(
    'import socket\ns = socket.create_connection(("127.0.0.1", PORT), timeout=2)\ns.sendall(b"GET /socket HTTP/1.0\\r\\n\\r\\n")\nprint(s.recv(10))',
  ),
  urllib: caught('import urllib.request\nurllib.request.urlopen("ORIGIN/urllib", timeout=2)'),
  'http.client': caught(
    'import http.client\nc = http.client.HTTPConnection("127.0.0.1", PORT, timeout=2)\nc.request("GET", "/client")\nc.getresponse()',
  ),
  'asyncio stream': caught(
    'import asyncio\nasyncio.run(asyncio.wait_for(asyncio.open_connection("127.0.0.1", PORT), 2))',
  ),
  'nested worker': script(
    'new Promise((done) => { const w = new Worker("ORIGIN/worker.js"); w.onerror = w.onmessage = done; })',
  ),
  'nested worker from a blob': script(
    'new Promise((done) => { const u = URL.createObjectURL(new Blob(["fetch(\'ORIGIN/nested\').finally(() => postMessage(1))"])); const w = new Worker(u); w.onerror = w.onmessage = done; })',
  ),
  'nested worker of its own realm': script(
    'new Promise((done) => { const W = globalThis.constructor.prototype; const w = new (globalThis.Worker ?? W.Worker)("ORIGIN/realm.js"); w.onerror = done; })',
  ),
  importScripts: script('importScripts("ORIGIN/scripts.js")'),
  'font face': script('new FontFace("x", "url(ORIGIN/font.woff2)").load()'),
  sendBeacon: script('navigator.sendBeacon("ORIGIN/beacon", "x")'),
  'cache.add': script('caches.open("x").then((c) => c.add("ORIGIN/cache"))'),
  WebTransport: script('new WebTransport("https://127.0.0.1:PORT/transport").ready'),
  'ctypes dlopen': caught('import ctypes\nctypes.CDLL("ORIGIN/lib.so")'),
  loadPackage: caught(
    'import pyodide_js\nfrom pyodide.ffi import run_sync\nrun_sync(pyodide_js.loadPackage("ORIGIN/x-1.0-py3-none-any.whl"))',
  ),
  micropip: caught('import micropip'),
  webbrowser: caught('import webbrowser\nwebbrowser.open("ORIGIN/webbrowser")'),
};
