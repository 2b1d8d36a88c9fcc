"""What a form draws for the screen only, taken off its pages: unprinted layers and the privacy notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import ContentStream, NameObject

PRIVACY_NOTICE = "for your protection and privacy"  # how the notice beside the buttons begins

_MARKS = (b"BDC", b"BMC", b"EMC", b"DP", b"MP")
_OPENS = (b"BDC", b"BMC")
_SHOWS = (b"Tj", b"TJ", b"'", b'"', b"Do", b"sh", b"INLINE IMAGE")
_PAINTS = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s")

Operation = tuple[Any, bytes]


def drop_screen_only(writer: PdfWriter, page: PageObject) -> None:
    """Take out drawing on layers that are shown but not printed, and the privacy notice where it is not on
    such a layer (CH-110), with the grey behind it."""
    groups = page["/Resources"].get("/Properties") or {}  # type: ignore[attr-defined]
    unprinted = {name for name, group in groups.items() if _is_unprinted(group.get_object())}
    if not unprinted:
        return
    content = ContentStream(page["/Contents"].get_object(), writer)
    content.operations = list(_without_notice(list(_without_layers(content.operations, unprinted))))
    page[NameObject("/Contents")] = writer._add_object(content)


def _without_layers(operations: Iterable[Operation], unprinted: set[str]) -> Iterator[Operation]:
    depth = 0
    for operands, operator in operations:
        opens = operator in _OPENS
        if depth or (opens and operands[0] == "/OC" and operands[1] in unprinted):
            depth += opens - (operator == b"EMC")
            yield from _unpainted(operands, operator)
        else:
            yield operands, operator


def _without_notice(operations: list[Operation]) -> Iterator[Operation]:
    """The notice ends with its marked part of the page; the box painted last before it is its ground."""
    start = next((n for n, operation in enumerate(operations) if _begins_notice(*operation)), None)
    if start is None:
        yield from operations
        return
    end = next(n for n in range(start, len(operations)) if operations[n][1] == b"EMC")
    ground = max((n for n in range(start) if operations[n][1] in _PAINTS), default=start)
    for number, operation in enumerate(operations):
        is_notice = number == ground or start <= number < end
        yield from _unpainted(*operation) if is_notice else (operation,)


def _begins_notice(operands: Any, operator: bytes) -> bool:
    return operator == b"Tj" and str(operands[0]).lower().startswith(PRIVACY_NOTICE)


def _unpainted(operands: Any, operator: bytes) -> list[Operation]:
    """An operation without its paint: fonts and positions set on a layer hold on after it."""
    if operator in _MARKS or operator in _SHOWS:
        return []
    return [([], b"n")] if operator in _PAINTS else [(operands, operator)]


def _is_unprinted(group: Any) -> bool:
    usage = group.get("/Usage") or {}
    return bool((usage.get("/Print") or {}).get("/PrintState") == "/OFF")
