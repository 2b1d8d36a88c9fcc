"""What did not fit, under the heading the form asks for, on attached pages (MC-025)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from forms_library.blanks import Blank
from forms_library.layout import Rest
from forms_library.lettering import lines_in, wrap

_TITLE = re.compile(r"Item .+:$")  # as _section writes it
_SIZE = 11.0
_MARGINS = 3.0  # both sides of the body, in points: what lettering keeps free


@dataclass(frozen=True)
class Attachment:
    """One attached page, as the map of the attachment form names its blanks."""

    number: str  # the form it is attached to
    heading: str
    text: str
    page: int
    pages: int
    short_title: str
    case_number: str


@dataclass(frozen=True)
class AttachedPage:
    """What the attachment form's map is resolved against."""

    attachment: Attachment


def attached_text(rests: Iterable[Rest], number: str) -> dict[str, str]:
    """Heading -> all that goes under it, in the form's order, each part under its own item."""
    default = f"{number}, Additional Information"
    sections: dict[str, list[str]] = {}
    for rest in sorted(rests, key=lambda rest: not rest.heading):  # the form's own headings first
        sections.setdefault(rest.heading or default, []).append(_section(rest))
    return {heading: "\n\n".join(parts) for heading, parts in sections.items()}


def attached_pages(
    rests: Iterable[Rest], number: str, notice: str, body: Blank, short_title: str, case_number: str
) -> list[AttachedPage]:
    """The attached pages of one form, divided where the attachment form's body is full.

    `number` is the form's, with its copy where there are several; `notice` stands at the top of each page.
    """
    noted = wrap(notice, body.width - _MARGINS, _SIZE) if notice else []
    room = lines_in(body, _SIZE) - 2 - len(noted)  # the heading and a line of air
    sheets = [
        (heading, f"{heading} (continued)" if place else heading, lines)
        for heading, text in attached_text(rests, number).items()
        for place, lines in enumerate(_divided(wrap(text, body.width - _MARGINS, _SIZE), room))
    ]
    return [
        AttachedPage(
            Attachment(
                number=number,
                heading=heading,
                text="\n".join([*noted, first_line, "", *lines]),
                page=page,
                pages=len(sheets),
                short_title=short_title,
                case_number=case_number,
            )
        )
        for page, (heading, first_line, lines) in enumerate(sheets, 1)
    ]


def _divided(lines: list[str], room: int) -> Iterator[list[str]]:
    """Lines by the page. The title of a section does not stay behind at the foot of one."""
    start = 0
    while start < len(lines):
        end = start + room
        if end < len(lines) and end - start > 2 and _TITLE.match(lines[end - 1]):
            end -= 1
        yield lines[start:end]
        start = end


def _section(rest: Rest) -> str:
    continued = " (continued)" if rest.continues else ""
    item = f"Item {rest.item}" if any(letter.isdigit() for letter in rest.item) else ""
    title = rest.label if rest.heading == item else ", ".join(filter(None, (item, rest.label)))
    return f"{title}{continued}:\n{rest.text}"
