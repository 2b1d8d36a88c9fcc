"""What a person reads on a page: the words in sight or heard, without those marked as of another language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SILENT = {"script", "style", "textarea"}
_EMPTY = {"meta", "link", "input", "br", "img", "hr"}
_BLOCKS = {
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "dt",
    "dd",
    "td",
    "th",
    "label",
    "legend",
    "option",
    "summary",
    "title",
}
_CUT = 20
_SPOKEN = ("title", "aria-label", "alt", "placeholder")


class _Reader(HTMLParser):
    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.parts: list[str] = []
        self._hidden: list[bool] = []  # of each open element

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        other = given.get("lang", self.language) != self.language
        hidden = other or tag in _SILENT or bool(self._hidden and self._hidden[-1])
        if not hidden:
            self.parts += [f"\n{given[name]}\n" for name in _SPOKEN if given.get(name)]
            self.parts += [
                f"\n{text}\n" for name, text in attrs if name.startswith("data-") and text and " " in text
            ]
        if tag in _BLOCKS:
            self.parts.append("\n")
        if tag not in _EMPTY:
            self._hidden.append(hidden)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
        if tag not in _EMPTY and self._hidden:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if not (self._hidden and self._hidden[-1]):
            self.parts.append(data)


def words_read(html: str, language: str) -> str:
    """The page's texts in `language`, a paragraph a line."""
    reader = _Reader(language)
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def without(text: str, typed: list[str]) -> str:
    """The text without what a person typed, whole or cut short."""
    for answer in sorted(set(typed), key=len, reverse=True):
        if len(answer) > _CUT:
            text = re.sub(rf"{re.escape(answer[:_CUT])}[^\n]*?(?:…|{re.escape(answer[-_CUT:])})", "·", text)
        text = re.sub(rf"(?<!\w){re.escape(answer)}(?!\w)", "·", text)
    return text
