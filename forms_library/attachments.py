"""What did not fit, under the heading the form asks for, on attached pages (MC-025)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from forms_library.blanks import Blank
from forms_library.catalogue import Form
from forms_library.layout import Rest
from forms_library.lettering import lines_in, wrap

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
    rests: Iterable[Rest], form: Form, body: Blank, short_title: str, case_number: str
) -> list[AttachedPage]:
    """The attached pages of one form, divided where the attachment form's body is full."""
    notice = wrap(form.attached_notice, body.width - _MARGINS, _SIZE) if form.attached_notice else []
    room = lines_in(body, _SIZE) - 2 - len(notice)  # the heading and a line of air
    sheets = [
        (heading, start, lines[start : start + room])
        for heading, text in attached_text(rests, form.number).items()
        for lines in [wrap(text, body.width - _MARGINS, _SIZE)]
        for start in range(0, len(lines), room)
    ]
    return [
        AttachedPage(
            Attachment(
                number=form.number,
                heading=heading,
                text="\n".join([*notice, f"{heading} (continued)" if start else heading, "", *lines]),
                page=page,
                pages=len(sheets),
                short_title=short_title,
                case_number=case_number,
            )
        )
        for page, (heading, start, lines) in enumerate(sheets, 1)
    ]


def _section(rest: Rest) -> str:
    continued = " (continued)" if rest.continues else ""
    item = f"Item {rest.item}"
    title = rest.label if rest.heading == item else f"{item}, {rest.label}"
    return f"{title}{continued}:\n{rest.text}"
