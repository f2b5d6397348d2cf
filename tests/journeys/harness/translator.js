// What a browser does to a page that it translates, with the same words again. It goes on with what comes later.
// arguments[0]: "font" for Chrome and Edge, "refill" for Firefox.
if (window.translating) return;
window.translating = true;
const SKIPPED = 'script, style, textarea, svg, font, [translate=no]';
const said = it => it.nodeType === Node.TEXT_NODE && it.data.trim() !== '';

// Every text gives way to two elements with the translation in them.
function font(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter(said)) {
        if (text.parentElement.closest(SKIPPED)) continue;
        const outer = document.createElement('font');
        outer.append(document.createElement('font'));
        outer.firstChild.textContent = text.data;
        text.replaceWith(outer);
    }
}

// Every element with texts is emptied and filled again: neighbouring texts are one in the translation, and what is left
// over is dropped, as are comments.
function refill(root) {
    const elements = [root, ...root.querySelectorAll('*')];
    for (const element of elements.filter(it => !it.closest(SKIPPED) && [...it.childNodes].some(said))) {
        const children = [];
        while (element.firstChild) {
            children.push(element.firstChild);
            element.firstChild.remove();
        }
        const texts = children.filter(it => it.nodeType === Node.TEXT_NODE);
        let words = null;
        const write = () => {
            if (words === null) return;
            const text = texts.shift();
            text.data = words;
            element.append(text);
            words = null;
        };
        for (const child of children) {
            if (child.nodeType === Node.TEXT_NODE && child.data !== '') words = (words ?? '') + child.data;
            if (child.nodeType === Node.ELEMENT_NODE) {
                write();
                element.append(child);
            }
        }
        write();
    }
}

const translate = { font, refill }[arguments[0]];
const options = { subtree: true, childList: true, characterData: true };
const later = new Set();
const observer = new MutationObserver(records => {
    for (const record of records) {
        if (record.type === 'characterData' && said(record.target)) later.add(record.target.parentElement);
        for (const node of record.addedNodes) {
            if (said(node)) later.add(node.parentElement);
            if (node.nodeType === Node.ELEMENT_NODE) later.add(node);
        }
    }
    if (later.size === 0) return;
    setTimeout(() => {
        const roots = [...later].filter(it => it?.isConnected);
        later.clear();
        work(roots);
    }, 20);
});
function work(roots) {
    // Firefox does not listen to itself; others know their own elements.
    observer.disconnect();
    roots.forEach(translate);
    window.translations = (window.translations ?? 0) + roots.length;
    observer.observe(document.body, options);
}
document.documentElement.classList.add('translated-ltr');
work([document.body]);
