"""PDFs put one behind the other without losing what a screen reader hears.

pypdf's own joining leaves the tags behind. Here the tags of the first document stay, and those of each other
one go on behind them (ISO 32000-1, 14.7: the tree of tags, and the parent tree, which leads back to them from
a page or a field). In a document with tags a reader passes over pages that have none, so such a page becomes
one paragraph, with its fields.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

_TREE, _PARENTS, _NEXT = "/StructTreeRoot", "/ParentTree", "/ParentTreeNextKey"


def joined(parts: Sequence[bytes]) -> PdfWriter:
    """All pages and fields of the documents, in order; with the tags of each, where the first has any."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(parts[0])))
    for part in parts[1:]:
        reader = PdfReader(io.BytesIO(part))
        start = len(writer.pages)
        writer.append(reader, import_outline=False)
        if _TREE in writer.root_object:
            pages = [writer.pages[number] for number in range(start, len(writer.pages))]
            _tag(writer, reader, pages)
    return writer


def _tag(writer: PdfWriter, reader: PdfReader, pages: list[PageObject]) -> None:
    """Tags for pages just added: their own, or one paragraph for each."""
    tree = _resolved(writer.root_object[_TREE])
    numbers = dict(_numbers(tree[_PARENTS]))
    first_free = max([-1, *numbers]) + 1
    if _TREE in reader.root_object:
        numbers |= _own_tags(writer, reader, pages, tree, first_free)
    else:
        for page in pages:
            numbers |= _one_paragraph(writer, page, max([first_free - 1, *numbers]) + 1)
    flat = ArrayObject()
    for key in sorted(numbers):
        flat += [NumberObject(key), numbers[key]]
    tree[NameObject(_PARENTS)] = writer._add_object(DictionaryObject({NameObject("/Nums"): flat}))
    tree[NameObject(_NEXT)] = NumberObject(max(numbers, default=-1) + 1)


def _own_tags(
    writer: PdfWriter, reader: PdfReader, pages: list[PageObject], tree: DictionaryObject, first_free: int
) -> dict[int, Any]:
    """The document's own tags, behind those there are; what its pages and fields lead to, by number."""
    moved = writer._id_translated[id(reader)]  # pypdf's own account of what it has copied where
    theirs = reader.root_object.raw_get(_TREE)
    moved[theirs.idnum] = writer.root_object.raw_get(_TREE).idnum
    _list_of(writer, tree).extend(kid.clone(writer) for kid in _listed(_resolved(theirs).raw_get("/K")))
    for name in ("/RoleMap", "/ClassMap"):
        for key, value in _resolved(_resolved(theirs).get(name, DictionaryObject())).items():
            held = _resolved(tree.setdefault(NameObject(name), DictionaryObject()))
            held.setdefault(NameObject(key), value.clone(writer))
    for page, was in zip(pages, reader.pages, strict=True):
        _lead_back(page, was, "/StructParents", first_free)
        for annotation in _listed(was.get("/Annots", ArrayObject())):
            if isinstance(annotation, IndirectObject) and annotation.idnum in moved:
                now = writer.get_object(moved[annotation.idnum])
                if isinstance(now, DictionaryObject):
                    _lead_back(now, _resolved(annotation), "/StructParent", first_free)
    return {first_free + key: value.clone(writer) for key, value in _numbers(_resolved(theirs)[_PARENTS])}


def _lead_back(now: DictionaryObject, was: Any, name: str, first_free: int) -> None:
    if name in was:
        now[NameObject(name)] = NumberObject(first_free + int(was[name]))


def _one_paragraph(writer: PdfWriter, page: PageObject, first_free: int) -> dict[int, Any]:
    """All that is printed on the page as one paragraph, then its fields; by number, as in _own_tags."""
    tree = writer.root_object.raw_get(_TREE)
    printed = _element(writer, "/P", page, tree)
    _resolved(printed)[NameObject("/K")] = NumberObject(0)
    current = page.raw_get("/Contents")
    opening, closing = (_stream(writer, code) for code in (b"/P <</MCID 0>> BDC\n", b"\nEMC"))
    page[NameObject("/Contents")] = ArrayObject([opening, *_listed(current), closing])
    page[NameObject("/StructParents")] = NumberObject(first_free)
    numbers: dict[int, Any] = {first_free: ArrayObject([printed])}
    kids = [printed]
    for number, annotation in enumerate(_listed(page.get("/Annots", ArrayObject())), first_free + 1):
        field = _element(writer, "/Form", page, tree)
        part = {"/Type": NameObject("/OBJR"), "/Obj": annotation, "/Pg": page.indirect_reference}
        _resolved(field)[NameObject("/K")] = DictionaryObject({NameObject(k): v for k, v in part.items()})
        _resolved(annotation)[NameObject("/StructParent")] = NumberObject(number)
        numbers[number] = field
        kids.append(field)
    _list_of(writer, _resolved(tree)).extend(kids)
    return numbers


def _element(writer: PdfWriter, kind: str, page: PageObject, parent: Any) -> IndirectObject:
    given = {"/Type": NameObject("/StructElem"), "/S": NameObject(kind), "/P": parent}
    given["/Pg"] = page.indirect_reference
    return writer._add_object(DictionaryObject({NameObject(k): v for k, v in given.items()}))


def _stream(writer: PdfWriter, code: bytes) -> IndirectObject:
    stream = StreamObject()
    stream.set_data(code)
    return writer._add_object(stream)


def _list_of(writer: PdfWriter, tree: DictionaryObject) -> ArrayObject:
    """What lies directly under the root of the tags, as a list that can grow: one tag alone becomes one."""
    held = tree.raw_get("/K") if "/K" in tree else ArrayObject()
    if not isinstance(_resolved(held), ArrayObject):
        tree[NameObject("/K")] = ArrayObject([held])
    found = _resolved(tree["/K"])
    assert isinstance(found, ArrayObject)
    return found


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree (ISO 32000-1, 7.9.7)."""
    node = _resolved(tree)
    numbers = _resolved(node.get("/Nums", ArrayObject()))
    for place in range(0, len(numbers), 2):
        yield int(numbers[place]), list.__getitem__(numbers, place + 1)
    for kid in _resolved(node.get("/Kids", ArrayObject())):
        yield from _numbers(kid)


def _listed(one_or_more: Any) -> list[Any]:
    """Each as it stands in the file, so that a reference stays one."""
    found = _resolved(one_or_more)
    return list(list.__iter__(found)) if isinstance(found, ArrayObject) else [one_or_more]


def _resolved(held: Any) -> Any:
    return held.get_object() if isinstance(held, IndirectObject) else held
