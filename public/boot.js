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
const TRY_AGAIN = "Check the connection, then load the page again. Drafts are kept in this browser.";

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
    report(NOT_STARTED, error instanceof WebAssembly.CompileError ? TOO_OLD : TRY_AGAIN, error);
  }
}

start();
