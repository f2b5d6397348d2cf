// Starts the app and says so in words when it cannot start, or when it stops.
// The addresses of the app come from this script's own tag in index.html.

// The reader's choice of colours, before anything is drawn. Storage may be blocked: then the device's own are used.
try {
  const theme = localStorage.getItem("scl.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}

// The title of Home stands where it will stand, so that it can be read while the rest is on its way.
const boot = document.getElementById("boot");
if (["", "#", "#/"].includes(location.hash)) boot.querySelector("h1").textContent = boot.dataset.home;
boot.querySelector("header").hidden = false;

const tag = document.querySelector("script[data-js][data-wasm]");
const NOT_STARTED = "The lab could not start.";
const STOPPED = "The lab has stopped because of a mistake in its program.";
const TOO_OLD = "This browser is too old for it: Chrome or Edge 97, Firefox 102 and Safari 16 or newer will do.";
const TRY_AGAIN = "Check the connection, then load the page again. If that does not help, a filter may be keeping the program back. Drafts are kept in this browser.";
const CUT = "Only a part of the program arrived. Load the page again. Drafts are kept in this browser.";
const FILTERED = "Something between you and this page (a filter of a school or an office, or the sign-in page of a network) sent something else instead of the program. Sign in to the network if it asks for that, or ask whoever looks after it to let this page through. Then load the page again. Drafts are kept in this browser.";

/** Says what happened, in place of the loading text or above the page, with a button that loads it again. */
function report(title, advice, error) {
  console.error(title, error);
  const box = document.getElementById("boot") ?? document.body.appendChild(document.createElement("div"));
  box.id = "boot";
  box.className = "boot-failed";

  const message = element("p", `${title} ${advice}`);
  message.setAttribute("role", "alert");
  const reload = element("button", "Load the page again");
  reload.type = "button";
  reload.className = "btn";
  reload.addEventListener("click", () => location.reload());
  const details = document.createElement("details");
  details.append(element("summary", "What the browser said"), element("p", String(error)));

  box.replaceChildren(...box.querySelectorAll("h1"), message, reload, details);
  document.body.prepend(box);
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

// A panic in WebAssembly ends the program for good: whatever is pressed afterwards would do nothing.
function reportPanic(error) {
  if (error instanceof WebAssembly.RuntimeError) {
    report(STOPPED, "Load the page again to go on. Drafts are kept in this browser.", error);
  }
}

// What the library exports for scripts and tests; the rest of the module is wasm-bindgen's own.
function isOurs([name, value]) {
  return typeof value === "function" && /^[a-z]/.test(name) && name !== "default" && name !== "initSync";
}

// What to do, by what stands at the two addresses: the program, a part of it, or what something on the way put there.
async function advice() {
  const [script, program] = await Promise.all([tag.dataset.js, tag.dataset.wasm].map(arrived));
  if (script === null || program === null) return TRY_AGAIN;
  const isScript = /javascript/.test(script.type) && !/^\s*</.test(new TextDecoder().decode(script.bytes.slice(0, 100)));
  const isProgram = [0, 97, 115, 109].every((byte, at) => program.bytes[at] === byte);
  const isRefused = [script, program].some((it) => [401, 403, 407, 451, 511].includes(it.status));
  if (isRefused) return FILTERED;
  if (!script.ok || !program.ok) return TRY_AGAIN;
  if (!isScript || !isProgram) return FILTERED;
  if (WebAssembly.validate(program.bytes)) return TRY_AGAIN;
  return isWhole(program.bytes) ? TOO_OLD : CUT;
}

/** What comes from an address; null if nothing does. */
async function arrived(address) {
  try {
    const answer = await fetch(new URL(address, document.baseURI));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { ok: answer.ok, status: answer.status, type: answer.headers.get("content-type") ?? "", bytes };
  } catch {
    return null;
  }
}

/** Whether the sections of a program end where its bytes do. Each says its kind in one byte, then its length (LEB128). */
function isWhole(bytes) {
  let at = 8;
  while (at < bytes.length) {
    let [length, factor, byte] = [0, 1, 128];
    for (at += 1; byte >= 128 && at < bytes.length; at += 1, factor *= 128) {
      byte = bytes[at];
      length += (byte % 128) * factor;
    }
    at += length;
  }
  return at === bytes.length;
}

async function start() {
  if (typeof WebAssembly !== "object") {
    report(NOT_STARTED, TOO_OLD, "no WebAssembly");
    return;
  }
  window.addEventListener("error", (event) => reportPanic(event.error));
  window.addEventListener("unhandledrejection", (event) => reportPanic(event.reason));
  try {
    const app = await import(new URL(tag.dataset.js, document.baseURI));
    await app.default({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
    window.socialCreditLab = Object.freeze(Object.fromEntries(Object.entries(app).filter(isOurs)));
    document.getElementById("boot")?.remove();
  } catch (error) {
    report(NOT_STARTED, await advice(), error);
  }
}

start();
