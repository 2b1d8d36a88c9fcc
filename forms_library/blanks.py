"""The blanks of an official form: what they are called, where they are, what can be put in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

_READ_ONLY = 1
_MULTILINE = 1 << 12
_PUSH_BUTTON = 1 << 16

Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Blank:
    """One widget. `rect` is x0, y0, x1, y1 in points from the page's lower left corner.

    `rules` are the heights of the printed lines one writes on, top first; `export` is a tick box's
    on-state without its slash. `name` is the qualified field name, with "=export" behind it where
    several boxes share one field, and "=1", "=2" in page order where several text blanks do.
    """

    name: str
    page: int  # from 0
    rect: Rect
    kind: Literal["text", "tick"]
    export: str = ""
    multiline: bool = False
    read_only: bool = False
    rules: tuple[float, ...] = ()
    tooltip: str = ""

    @property
    def width(self) -> float:
        return self.rect[2] - self.rect[0]

    @property
    def height(self) -> float:
        return self.rect[3] - self.rect[1]


@dataclass(frozen=True)
class Index:
    """All blanks of one form, in page order, and its number of pages."""

    pages: int
    blanks: tuple[Blank, ...]

    def by_name(self) -> dict[str, Blank]:
        return {blank.name: blank for blank in self.blanks}

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Index:
        blanks = (
            Blank(**blank | {"rect": tuple(blank["rect"]), "rules": tuple(blank["rules"])})
            for blank in data["blanks"]
        )
        return cls(pages=data["pages"], blanks=tuple(blanks))


def widgets_of(page: PageObject) -> Iterator[DictionaryObject]:
    """The form fields on a page, buttons included."""
    for reference in page.get("/Annots") or []:
        annotation = reference.get_object()
        if annotation.get("/Subtype") == "/Widget":
            yield annotation


def is_push_button(widget: DictionaryObject) -> bool:
    return inherited(widget, "/FT") == "/Btn" and bool(int(inherited(widget, "/Ff") or 0) & _PUSH_BUTTON)


def inherited(widget: DictionaryObject, key: str) -> Any:
    """A field's attribute, its own or that of the field above it."""
    node: Any = widget
    while node is not None:
        if key in node:
            return node[key]
        node = node.get("/Parent")
        node = node.get_object() if node is not None else None
    return None


def qualified_name(widget: DictionaryObject) -> str:
    parts: list[str] = []
    node: Any = widget
    while node is not None:
        if "/T" in node:
            parts.append(str(node["/T"]))
        node = node.get("/Parent")
        node = node.get_object() if node is not None else None
    return ".".join(reversed(parts))


def read_blanks(reader: PdfReader) -> tuple[Blank, ...]:
    """Every widget that is not a push button, without its ruled lines (rules.py adds them)."""
    return tuple(_blank(widget, page, name) for page, widget, name in named_widgets(reader.pages))


def named_widgets(pages: Iterable[PageObject]) -> Iterator[tuple[int, DictionaryObject, str]]:
    """Each widget that is not a push button, with its page (from 0) and its blank's name."""
    found = [
        (number, widget, qualified_name(widget))
        for number, page in enumerate(pages)
        for widget in widgets_of(page)
        if not is_push_button(widget)
    ]
    shared = {field for field, count in Counter(field for *_, field in found).items() if count > 1}
    places: Counter[str] = Counter()
    for number, widget, field in found:
        places[field] += 1
        which = on_state(widget) if _is_tick(widget) else places[field]
        yield number, widget, f"{field}={which}" if field in shared else field


def _is_tick(widget: DictionaryObject) -> bool:
    return bool(inherited(widget, "/FT") == "/Btn")


def _blank(widget: DictionaryObject, page: int, name: str) -> Blank:
    flags = int(inherited(widget, "/Ff") or 0)
    x0, y0, x1, y1 = (float(edge) for edge in widget["/Rect"])  # type: ignore[attr-defined]
    is_tick = _is_tick(widget)
    return Blank(
        name=name,
        page=page,
        rect=(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)),
        kind="tick" if is_tick else "text",
        export=on_state(widget) if is_tick else "",
        multiline=bool(flags & _MULTILINE) and not is_tick,
        read_only=bool(flags & _READ_ONLY),
        tooltip=" ".join(str(inherited(widget, "/TU") or "").split()),
    )


def on_state(widget: DictionaryObject) -> str:
    """A tick box's own on-state, without the slash; "" if it has none."""
    appearances = widget.get("/AP", DictionaryObject()).get("/N", DictionaryObject())
    states = [str(state) for state in appearances if state != "/Off"]
    return states[0][1:] if states else ""
