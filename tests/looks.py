"""What is wrong with a page for who reads it large, small, dark, or not with the eyes: axe and a ruler."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FINGER = 44  # CSS pixels: what a finger can hit (WCAG 2.5.5, which AA does not ask for; UX.md does)
_AXE = Axe()

# WCAG 1.4.12, the spacing a reader may set; put on as a sheet of the document's own, which the CSP lets be.
_SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
_PUT_ON = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}"""

_RULER = """finger => {
  const found = [], width = document.documentElement.clientWidth;
  const name = one => one.outerHTML.slice(0, 160);
  const aside = '.hidden, .skip, thead';
  const shown = one => one.checkVisibility({visibilityProperty: true}) && !one.closest(aside);
  const all = [...document.querySelectorAll('body *')].filter(shown);
  if (document.documentElement.scrollWidth > width) {
    const out = all.filter(one => one.getBoundingClientRect().right > width + 1);
    found.push(`wider than ${width}: ${out.slice(-2).map(name).join(' | ')}`);
  }
  for (const one of all) {
    const style = getComputedStyle(one), clips = style.overflowX !== 'visible' && style.display !== 'inline';
    if (clips && !one.matches('input, select, textarea, iframe') && one.scrollWidth > one.clientWidth + 1) {
      found.push(`cut: ${name(one)}`);
    }
    if (one.matches('input:not([type=radio]):not([type=checkbox]), select') && one.clientHeight < 20) {
      found.push(`too low for its letters: ${name(one)}`);
    }
  }
  const pressed = all.filter(one => one.matches('a[href], button, input, select, textarea, summary'));
  const box = one => (one.closest('.choice') || one).getBoundingClientRect();
  const inText = one => one.matches('a') && getComputedStyle(one).display === 'inline'
    && (one.closest('p, li, dd') || one.parentElement).textContent.trim() !== one.textContent.trim();
  for (const one of pressed) {
    const {height, width: wide} = box(one);
    if (!inText(one) && (height < finger - .5 || wide < 24)) {
      found.push(`smaller than a finger, ${Math.round(wide)} x ${Math.round(height)}: ${name(one)}`);
    }
  }
  const blocks = pressed.filter(one => !inText(one) && !one.matches('header *'));
  for (let n = 1; n < blocks.length; n++) {
    const a = box(blocks[n - 1]), b = box(blocks[n]);
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (across > 1 && down > 1) { found.push(`over one another: ${name(blocks[n - 1])} ${name(blocks[n])}`); }
  }
  return found;
}"""

_ERRORS = """() => {
  const found = [], summary = document.getElementById('errors');
  if (!summary) { return ['nothing is said to be wrong']; }
  if (document.activeElement !== summary) { found.push('the summary does not have the focus'); }
  if (!/^Error/.test(document.title)) { found.push(`the title does not say it: ${document.title}`); }
  const links = [...summary.querySelectorAll('a')];
  if (!summary.querySelector('li')) { found.push('the summary is empty'); }
  for (const link of links) {
    const target = document.getElementById(link.hash.slice(1));
    if (!target) { found.push(`leads nowhere: ${link.outerHTML}`); continue; }
    target.focus();
    if (document.activeElement !== target) { found.push(`leads to what takes no focus: ${link.outerHTML}`); }
    const field = target.closest('.field'), said = field && field.querySelector('.error');
    const heard = (field && field.querySelector('fieldset')) || target;
    const told = (heard.getAttribute('aria-describedby') || '').split(' '), name = target.outerHTML;
    if (said && !told.includes(said.id)) { found.push(`its error is not heard: ${name}`); }
    if (said && target.getAttribute('aria-invalid') !== 'true') { found.push(`not marked: ${name}`); }
  }
  summary.focus();
  return found;
}"""

# What no page of ours takes: letters that no court paper prints, and answers nobody offered.
_SPOIL = """() => {
  const form = document.getElementById('typed'), groups = new Set();
  for (const one of form.elements) {
    if (!one.name || one.type === 'hidden' || one.tagName === 'BUTTON') { continue; }
    if (one.type === 'radio' || one.type === 'checkbox') {
      if (groups.has(one.name)) { continue; }
      groups.add(one.name);
      one.value = 'nobody-offered-this';
      one.checked = true;
    } else if (one.tagName === 'SELECT') {
      one.add(new Option('x', 'nobody-offered-this', true, true));
    } else { one.value = '文字'; }
  }
  const told = [...form.elements].some(one => one.name && one.type !== 'hidden' && one.tagName !== 'BUTTON');
  HTMLFormElement.prototype.submit.call(form);
  return told;
}"""


def axe(page: Page) -> list[str]:
    """What axe finds."""
    page.evaluate("window.scrollTo(0, 0)")  # half under the sticky header, a link measures small
    results = _AXE.run(
        page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"]}
    )
    violations: list[dict[str, Any]] = results.response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in violations for node in each["nodes"][:3]]


def measured(page: Page) -> list[str]:
    """What does not fit the window, is cut, is too small to hit or lies over something else."""
    page.evaluate("window.scrollTo(0, 0)")
    found: list[str] = page.evaluate(_RULER, FINGER)
    return found


def measured_spaced_out(page: Page) -> list[str]:
    """The same, with letters, words and lines as far apart as WCAG 1.4.12 lets a reader set them."""
    page.evaluate(_PUT_ON, _SPACING)
    found = measured(page)
    page.evaluate(_PUT_ON, "")
    return [f"spaced out: {each}" for each in found]


def send_nonsense(page: Page) -> bool:
    """Fill every field of the page with what cannot be taken, and send it; whether it had any."""
    with page.expect_navigation():
        any_there: bool = page.evaluate(_SPOIL)
    return any_there


def errors_told(page: Page) -> list[str]:
    """What is wrong with how a page given back tells its errors."""
    found: list[str] = page.evaluate(_ERRORS)
    return found
