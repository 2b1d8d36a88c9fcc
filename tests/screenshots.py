"""A picture of every page at three widths in each language, in a folder to flip through.

Run with `make screenshots`; then open var/screenshots/index.html, or flip through the files of one folder:
they are numbered in the order of the pages. The answers are those of two made-up stories; of the second one
only the pages that the first has none of the kind of.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

import django
from django.conf import settings
from playwright.sync_api import Page

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interview.settings")
django.setup()

from tests.browser import Site, launched, serve  # noqa: E402
from tests.looks import send_nonsense  # noqa: E402
from tests.stories_on_disk import story  # noqa: E402
from tests.visits import AROUND, FOR_HELPERS, begin_visit, helper_pages, question_pages, speak  # noqa: E402

WIDTHS = {320: 568, 390: 844, 1280: 800}  # and how high the window is; a picture is as high as its page
STORIES = ("everything", "civil_everything")


@dataclass(frozen=True)
class Shot:
    """One page, and how it comes to be shown."""

    story: str
    address: str
    helper: bool = False
    errors: bool = False

    def name(self, number: int) -> str:
        words = re.sub(r"\W+", "-", self.address.removeprefix("/step/")).strip("-") or "start"
        return f"{number:03}-{words}{'-errors' if self.errors else ''}"


def shots() -> Iterator[Shot]:
    """Every page once, in the order a person comes to them; some with errors; helper view at the end."""
    first, seen = STORIES[0], set()
    yield from (Shot(first, address) for address in AROUND[:2])
    for name in STORIES:
        before = ""
        for chapter, address, step in question_pages(story(name)):
            kind = step.form or step.group
            if kind not in seen:
                seen.add(kind)
                yield Shot(name, address)
                if chapter != before:  # the first page of a chapter stands for how its errors look
                    yield Shot(name, address, errors=True)
                before = chapter
    yield from (Shot(name, address) for name in STORIES for address in AROUND[2:7])
    yield from (Shot(first, address) for address in AROUND[7:])
    helping = ("/step/you/name/", *FOR_HELPERS, *helper_pages(story(first)))
    yield from (Shot(first, address, helper=True) for address in helping)


def take(page: Page, site: Site, language: str, folder: Path) -> list[str]:
    """The pictures of one language; the names of the pages."""
    speak(page, site, language)
    names, visit = [], ("", False)
    for number, shot in enumerate(shots(), 1):
        if visit != (visit := (shot.story, shot.helper)):
            begin_visit(page, site, story(shot.story), **({"helper": True} if shot.helper else {}))
        page.goto(shot.address)
        if shot.errors:
            send_nonsense(page)
        names.append(shot.name(number))
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=folder / language / str(width) / f"{names[-1]}.png", full_page=True)
    return names


def write_index(folder: Path, names: list[str]) -> None:
    """One page with all pictures side by side; they load as one comes to them."""
    sections = []
    for name in names:
        pictures = "".join(
            f'<figure><figcaption>{code} {width}</figcaption><a href="{code}/{width}/{name}.png"><img '
            f'loading="lazy" width="{min(width, 480)}" src="{code}/{width}/{name}.png" alt=""></a></figure>'
            for code, _own_name in settings.LANGUAGES
            for width in WIDTHS
        )
        sections.append(f'<h2 id="{name}">{escape(name)}</h2><div>{pictures}</div>')
    style = "body{font-family:sans-serif}div{display:flex;gap:1rem;align-items:flex-start;overflow-x:auto}"
    style += "figure{margin:0}img{border:1px solid #999;min-height:200px}"
    top = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title>'
    top += f"<style>{style}</style>"
    (folder / "index.html").write_text(f"{top}<h1>Every page</h1>{''.join(sections)}", encoding="utf-8")


@contextmanager
def _site() -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as folder:
        yield from serve(Path(folder), settings.FORMS_DIR)


def main() -> None:
    folder = settings.VAR_DIR / "screenshots"
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        sys.exit("Chromium is not installed.")
    shutil.rmtree(folder, ignore_errors=True)
    with _site() as site, launched(path) as browser:
        for code, _own_name in settings.LANGUAGES:
            context = browser.new_context(base_url=str(site), reduced_motion="reduce")
            names = take(context.new_page(), site, code, folder)
            context.close()
            print(f"{code}: {len(names)} pages at {len(WIDTHS)} widths in {folder / code}")
    write_index(folder, names)
    print(f"Open {folder / 'index.html'}")


if __name__ == "__main__":
    main()
