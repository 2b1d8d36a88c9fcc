"""A prepared form's pages, made ready to go into packet after packet.

What no packet changes (the printing, its letters and pictures) is written out once in a process. A packet
takes those bytes over, and puts in only the numbers that its objects have there.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

_CHANGED = ("/Resources", "/Font")  # dictionaries that ink adds its own to: they stay as they are


class Written(PdfObject):
    """An object in its written form: `pieces` of it, and between them the numbers of the objects it names."""

    def __init__(self, pieces: Sequence[bytes], named: Sequence[IndirectObject]) -> None:
        self._pieces, self._named = pieces, named

    def clone(
        self, pdf_dest: Any, force_duplicate: bool = False, ignore_fields: Sequence[str | int] | None = ()
    ) -> PdfObject:
        """The same in another document, once, and what it names with it."""
        fresh = Written(self._pieces, ())
        held = self._reference_clone(fresh, pdf_dest)
        if held is fresh:  # it is in its place before what it names, which may name it in turn
            fresh._named = [name.clone(pdf_dest) for name in self._named]
        return held

    def write_to_stream(self, stream: Any) -> None:
        stream.write(self._pieces[0])
        for name, piece in zip(self._named, self._pieces[1:], strict=True):
            stream.write(b"%d 0 R%b" % (name.idnum, piece))


def written(value: PdfObject) -> Written:
    """An object of a document in its written form."""
    out = _Pieces()
    out.put(value)
    return Written(out.pieces(), out.named)


def ready_pages(pdf: bytes) -> PdfReader:
    """A document whose pages are quick to add to another. Pages, and where their fonts are listed, stay
    open to change; all else is not."""
    reader = PdfReader(io.BytesIO(pdf))
    left = [name for page in reader.pages for name in _named_by_page(page)]
    done = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    while left:
        name = left.pop()
        if name.idnum not in done and (held := name.get_object()) is not None:
            done.add(name.idnum)
            ready = written(held)
            ready.indirect_reference = name
            reader.resolved_objects[name.generation, name.idnum] = ready
            left.extend(ready._named)
    return reader


def _named_by_page(page: DictionaryObject) -> Iterator[IndirectObject]:
    """What a page names, and its dictionaries that ink changes."""
    for key in page:
        value = page.raw_get(key)
        if key in _CHANGED:
            held = value.get_object()
            assert isinstance(held, DictionaryObject)
            yield from _named_by_page(held)
        elif key == "/Contents" and isinstance(value.get_object(), ArrayObject):
            yield from value.get_object()
        elif key not in ("/Parent", "/Annots"):  # what may name other pages
            yield from written(value)._named


class _Pieces(io.BytesIO):
    """Takes down an object as pypdf would write it, but for the numbers of those it names."""

    def __init__(self) -> None:
        super().__init__()
        self.named: list[IndirectObject] = []
        self._ends: list[int] = []

    def put(self, value: PdfObject) -> None:
        if isinstance(value, IndirectObject):
            self._ends.append(self.tell())
            self.named.append(value)
        elif isinstance(value, StreamObject):
            self._put_entries(value, length=b"/Length %d\n" % len(value._data))
            self.write(b"\nstream\n" + value._data + b"\nendstream")
        elif isinstance(value, DictionaryObject):
            self._put_entries(value)
        elif isinstance(value, ArrayObject):
            self._put_items(value)
        else:
            value.write_to_stream(self)

    def pieces(self) -> list[bytes]:
        whole, ends = self.getvalue(), self._ends
        return [whole[start:end] for start, end in zip([0, *ends], [*ends, len(whole)], strict=True)]

    def _put_entries(self, value: DictionaryObject, length: bytes = b"") -> None:
        self.write(b"<<\n" + length)
        for key in value:
            if not (length and key == "/Length"):
                NameObject(key).write_to_stream(self)
                self.write(b" ")
                self.put(value.raw_get(key))
                self.write(b"\n")
        self.write(b">>")

    def _put_items(self, value: ArrayObject) -> None:
        self.write(b"[")
        for item in value:
            self.write(b" ")
            self.put(item)
        self.write(b" ]")
