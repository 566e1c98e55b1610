// Does all the steps of a tab by itself. Tabs in the background get few timers, so it takes turns by messages.
const steps = arguments[0];
window.left = steps.length;
const { port1, port2 } = new MessageChannel();
const turn = () => new Promise((go) => { port1.onmessage = go; port2.postMessage(0) });
const turns = async (n) => { while (n--) await turn() };

// The element, as soon as it is there; what is folded is opened for it.
const find = async (root, open, what, index) => {
    const begun = Date.now();
    for (let tries = 0; ; tries++) {
        const it = document.querySelector(root)?.querySelectorAll(what)[index];
        if (it) return it;
        if (tries % 500 === 0) {
            if (open) document.querySelector(root)?.querySelector(open)?.click();
            for (const folded of document.querySelectorAll(`${root}, ${root} details`)) folded.open = true;
        }
        if (Date.now() - begun > 45_000) throw `nothing is ${what} in ${root} on ${location.hash}`;
        await turn();
    }
};
// The page that is left may have fields of the same names: the next one is there once it has taken the focus.
const goTo = async (page) => {
    if (location.hash === page) return;
    document.activeElement.blur();
    location.hash = page;
    for (const begun = Date.now(); document.activeElement === document.body; await turn()) {
        if (Date.now() - begun > 45_000) throw `no page comes at ${page}`;
    }
};
const put = (it, value) => {
    it.value = value;
    for (const kind of ['input', 'change']) it.dispatchEvent(new Event(kind, { bubbles: true }));
};
const ways = {
    put: (root, open, it, value) => put(it, value),
    more: (root, open, it, value) => put(it, value),
    task: (root, open, it, value) => {
        const list = document.querySelector(root);
        const field = list.querySelector('[data-testid=task-what]');
        put(field ?? it, value);
        if (!field) list.querySelector('[data-testid=task-add]').click();
    },
    click: (root, open, it) => { if (!it.checked) it.click() },
    check: (root, open, it, value) => { if (it.checked !== value) it.click() },
    // Box by box: each says all of them, as the page has them.
    choose: async (root, open, it, boxes) => {
        for (let tries = 0; tries < 50; tries++) {
            const off = boxes.find(([what, on]) => document.querySelector(root).querySelector(what).checked !== on);
            if (!off) return;
            document.querySelector(root).querySelector(off[0]).click();
            await turns(3);
        }
    },
    link: async (root, open, it, [control, linked]) => {
        const there = [...document.querySelectorAll(`${root} .plain li`)].find((li) => li.textContent.startsWith(control + ' '));
        if (linked && !there) {
            put(it, control);
            await turns(3);
            document.querySelector(`${root} [data-testid=risk-link-add]`).click();
        } else if (!linked && there) there.querySelector('button').click();
    },
    file: async (root, open, it, [name, content]) => {
        const files = new DataTransfer();
        files.items.add(new File([content], name));
        it.files = files.files;
        it.dispatchEvent(new Event('change', { bubbles: true }));
        const shown = async () => (await find(root, open, '[data-testid=fingerprint]', 0)).textContent;
        while (!(await shown()).includes(name)) await turn();
    },
};
(async () => {
    for (const [page, root, open, acts] of steps) {
        await goTo(page);
        for (const [way, what, index, value] of acts) {
            const opener = way === 'more' || way === 'file' ? '[data-testid=evidence-more]' : open;
            await ways[way](root, opener, await find(root, opener, what, index), value);
            await turns(1);
        }
        await turns(window.left % 40 ? 3 : 300);
        window.left--;
    }
})().catch((error) => { window.left = String(error) });
