//! What lies over something else on a page.

use crate::{Browser, accessibility::lines};

impl Browser {
    /// Turns the page around, as it is for languages that are read from the right.
    pub async fn reads_from_the_right(&self) {
        self.eval("document.documentElement.dir = 'rtl'", &[]).await;
    }

    /// Pairs of things to read or to operate of which one lies over the other. What stays in place while the page
    /// scrolls does so by design, and is left out.
    pub async fn overlaps(&self) -> Vec<String> {
        let script = "scrollTo({ top: 0, behavior: 'instant' });
            const kinds = 'button, .button, a, input, select, textarea, summary, label, legend, .tag, h1, h2, h3, h4, p, dt, dd, td, th';
            const stays = (element) => {
                for (let at = element; at; at = at.parentElement)
                    if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
                return false;
            };
            const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
                && !element.matches('.button.file *, .skip') && !stays(element);
            // A wrapped line of text is more than one box.
            const boxes = [...document.querySelectorAll(kinds)].filter(shown).flatMap((element) =>
                [...element.getClientRects()].filter((box) => box.width > 1 && box.height > 1)
                    .map((box) => ({ element, box })));
            boxes.sort((a, b) => a.box.top - b.box.top);
            const name = ({ element }) => `${element.localName}.${element.className} '${element.textContent.trim().slice(0, 30)}'`;
            const found = [];
            for (const [index, one] of boxes.entries()) {
                for (const other of boxes.slice(index + 1)) {
                    // Lines of inline elements may touch each other by a little.
                    if (other.box.top > one.box.bottom - 4) break;
                    if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
                    const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
                    if (wide > 2) found.push(`${name(one)} and ${name(other)} overlap`);
                }
            }
            return found.slice(0, 20)";
        lines(&self.eval(script, &[]).await)
    }
}
