"""A gettext catalogue as translators write it: every text with its translations."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True)
class Entry:
    context: str
    text: str
    plural: str
    said: tuple[str, ...]  # one translation, or one a plural form
    is_fuzzy: bool
    is_python_format: bool

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.text, self.plural) if self.plural else (self.text,)


def catalogue_file(language: str, ending: str = "po") -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / f"django.{ending}"


def entries(file: Path) -> list[Entry]:
    """Every entry but the header."""
    blocks = re.split(r"\n\n+", file.read_text(encoding="utf-8"))
    return [entry for block in blocks if (entry := _entry(block)) and entry.text]


def _entry(block: str) -> Entry | None:
    lines = [line for line in block.splitlines() if not line.startswith("#~")]
    flags = " ".join(line for line in lines if line.startswith("#,"))
    fields: dict[str, str] = {}
    name = ""
    for line in lines:
        if line.startswith("#"):
            continue
        if not line.startswith('"'):
            name = line.split(" ", 1)[0]
        fields[name] = fields.get(name, "") + "".join(json.loads(part) for part in _STRING.findall(line))
    if "msgid" not in fields:
        return None
    said = tuple(text for field, text in fields.items() if field.startswith("msgstr"))
    return Entry(
        fields.get("msgctxt", ""),
        fields["msgid"],
        fields.get("msgid_plural", ""),
        said,
        "fuzzy" in flags,
        "python-format" in flags,
    )
