/** Programs that try to reach another origin. Each says how it was refused, so that one which never tried shows. */

export interface Attempt {
  /** Prints `tried:` and the error that it got, or `tried: no error`; ORIGIN and PORT stand for the other origin. */
  code: string;
  /** How it ends and what it prints when it is refused as it should be: "normally tried: …". */
  refused: RegExp;
}

/** The door was taken out of the worker. */
const gone = (name: string): RegExp => new RegExp(`tried: (AttributeError|NameError|JsException|TypeError).*${name}`);
/** The page's policy allows no JavaScript from text. */
const POLICY = /tried: JsException .*(EvalError|unsafe-eval|blocked by CSP)/s;
const NO_SOCKETS = /tried: (OSError|URLError) .*emscripten does not support sockets/;

/** It began, and cannot be waited for: that nothing arrives is what counts. */
const BEGUN = /tried: (no error|RuntimeError There is no current event loop)/;

const caught = (body: string): string =>
  `try:\n${body.replace(/^/gm, '    ')}\n    print("tried: no error")\nexcept BaseException as error:\n    print("tried:", type(error).__name__, error)\n`;

/** JavaScript from text, by the door that Pyodide leaves. */
const script = (code: string): Attempt => ({
  code: caught(
    `from pyodide.code import run_js\nfrom pyodide.ffi import run_sync\nrun_sync(run_js(${JSON.stringify(code)}))`,
  ),
  refused: POLICY,
});

/** Python that uses the worker's own objects, which the policy does not stop. */
const python = (refused: RegExp, ...lines: string[]): Attempt => ({
  code: caught(['import js', 'from pyodide.ffi import run_sync, to_js', ...lines].join('\n')),
  refused,
});

/** Options as JavaScript's functions take them. */
const JS_OBJECT = 'to_js({}, dict_converter=js.Object.fromEntries)';

/** By name. */
export const ATTEMPTS: Record<string, Attempt> = {
  fetch: python(gone('fetch'), 'js.fetch("ORIGIN/fetch")'),
  'fetch of the global object': python(gone('fetch'), 'js.Object.getPrototypeOf(js.self).fetch("ORIGIN/inherited")'),
  pyfetch: python(gone('fetch'), 'from pyodide.http import pyfetch', 'run_sync(pyfetch("ORIGIN/pyfetch"))'),
  'pyfetch in a loop': python(
    gone('fetch'),
    'import asyncio',
    'from pyodide.http import pyfetch',
    'asyncio.run(pyfetch("ORIGIN/loop"))',
  ),
  open_url: python(gone('XMLHttpRequest'), 'from pyodide.http import open_url', 'open_url("ORIGIN/open_url")'),
  XMLHttpRequest: python(
    gone('XMLHttpRequest'),
    'x = js.XMLHttpRequest.new()',
    'x.open("GET", "ORIGIN/xhr", False)',
    'x.send()',
  ),
  WebSocket: python(gone('WebSocket'), 'js.WebSocket.new("ws://127.0.0.1:PORT/socket")'),
  WebTransport: python(gone('WebTransport'), 'js.WebTransport.new("https://127.0.0.1:PORT/transport")'),
  EventSource: python(gone('EventSource'), 'js.EventSource.new("ORIGIN/events")'),
  Worker: python(gone('Worker'), 'js.Worker.new("ORIGIN/worker.js")'),
  'Worker from a blob': python(
    gone('Worker'),
    'text = "fetch(\'ORIGIN/nested\')"',
    'js.Worker.new(js.URL.createObjectURL(js.Blob.new([text])))',
  ),
  SharedWorker: python(gone('SharedWorker'), 'js.SharedWorker.new("ORIGIN/shared.js")'),
  importScripts: python(gone('importScripts'), 'js.importScripts("ORIGIN/scripts.js")'),
  RTCPeerConnection: python(gone('RTCPeerConnection'), `js.RTCPeerConnection.new(${JS_OBJECT})`),
  sendBeacon: python(gone('sendBeacon'), 'js.navigator.sendBeacon("ORIGIN/beacon", "x")'),
  caches: python(gone('caches'), 'run_sync(run_sync(js.caches.open("x")).add("ORIGIN/cache"))'),
  FontFace: python(gone('FontFace'), 'js.FontFace.new("x", "url(ORIGIN/font.woff2)").load()'),
  'origin private files': python(gone('storage'), 'js.navigator.storage.getDirectory()'),
  locks: python(gone('locks'), 'js.navigator.locks.query()'),
  'a timer with text': python(BEGUN, 'js.setTimeout("import(\'ORIGIN/timer.js\')", 0)'),
  'Function constructor': python(POLICY, 'js.Object.constructor("return import(\'ORIGIN/function.js\')")()'),
  eval: python(POLICY, 'js.eval("import(\'ORIGIN/eval.js\')")'),
  'run_js fetch': script('fetch("ORIGIN/run_js")'),
  'run_js import()': script('import("ORIGIN/import.js")'),
  'async function constructor': script(
    'Object.getPrototypeOf(async function(){}).constructor("await import(\'ORIGIN/async.js\')")()',
  ),
  'a script of another realm': script('new (globalThis.constructor.prototype.Worker)("ORIGIN/realm.js")'),
  sockets: python(
    NO_SOCKETS,
    'import socket',
    's = socket.create_connection(("127.0.0.1", PORT), timeout=2)',
    's.sendall(b"GET /socket HTTP/1.0\\r\\n\\r\\n")',
  ),
  'a raw socket': python(
    /tried: OSError .*Host is unreachable/,
    'import _socket',
    's = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)',
    '_socket.socket.connect(s, ("127.0.0.1", PORT))',
    's.send(b"GET /raw HTTP/1.0\\r\\n\\r\\n")',
  ),
  urllib: python(NO_SOCKETS, 'import urllib.request', 'urllib.request.urlopen("ORIGIN/urllib", timeout=2)'),
  'http.client': python(
    NO_SOCKETS,
    'import http.client',
    'http.client.HTTPConnection("127.0.0.1", PORT, timeout=2).request("GET", "/client")',
  ),
  'asyncio stream': python(
    NO_SOCKETS,
    'import asyncio',
    'asyncio.run(asyncio.wait_for(asyncio.open_connection("127.0.0.1", PORT), 2))',
  ),
  ctypes: python(/tried: OSError could not load dynamic lib/, 'import ctypes', 'ctypes.CDLL("ORIGIN/lib.so")'),
  'a lazy file': python(
    // Emscripten does not expect a worker without XMLHttpRequest, and ends.
    /died TypeError: .*length|tried: .*XMLHttpRequest/,
    'import pyodide_js',
    'pyodide_js.FS.createLazyFile("/tmp", "lazy", "ORIGIN/lazy", True, False)',
    'open("/tmp/lazy").read()',
  ),
  'a preloaded file': python(
    BEGUN,
    'import pyodide_js',
    'pyodide_js.FS.createPreloadedFile("/tmp", "early", "ORIGIN/early", True, False)',
  ),
  loadPackage: python(BEGUN, 'import pyodide_js', 'run_sync(pyodide_js.loadPackage("ORIGIN/x-1.0-py3-none-any.whl"))'),
  micropip: python(/tried: ModuleNotFoundError/, 'import micropip'),
  webbrowser: python(/tried: ImportError/, 'import webbrowser', 'webbrowser.open("ORIGIN/webbrowser")'),
};
