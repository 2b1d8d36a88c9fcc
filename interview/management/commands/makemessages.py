"""Django's makemessages, with the texts that stand in data (data_texts.py), and files that change only where
a text does: no line numbers, no wrapping, no date."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import makemessages

from interview.data_texts import data_texts

_FOUND = Path("interview/data_texts_found.py")  # for xgettext to read; it is there only while it does
_DATE = re.compile(r'^"POT-Creation-Date:.*\n', re.MULTILINE)
_GETTEXT = "django.utils.translation"
_SEEN = {
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
}


class Command(makemessages.Command):
    # A text that is only like another one is not it: its translation is asked for.
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(no_wrap=True, no_obsolete=True, add_location="file")

    def handle(self, *args: Any, **options: Any) -> None:
        options["all"] = options["all"] or not options["locale"]
        options["ignore_patterns"] = [*options["ignore_patterns"], "var/*", "tests/*"]
        found = [*(f"_({text!r})" for text in data_texts()), *_calls_xgettext_misses()]
        _FOUND.write_text("\n".join(found), encoding="utf-8")
        try:
            super().handle(*args, **options)
        finally:
            _FOUND.unlink()

    def write_po_file(self, potfile: str, locale: str) -> None:
        super().write_po_file(potfile, locale)
        catalogue = Path(potfile).parent / locale / "LC_MESSAGES" / f"{self.domain}.po"
        catalogue.write_text(_DATE.sub("", catalogue.read_text(encoding="utf-8")), encoding="utf-8")


def _calls_xgettext_misses() -> Iterator[str]:
    """It reads no f-string, and knows gettext by the names above only."""
    for folder in ("interview", "forms_library"):
        for file in sorted(Path(folder).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            names = dict(_gettext_names(tree))
            in_strings = {
                id(one)
                for text in ast.walk(tree)
                if isinstance(text, ast.JoinedStr)
                for one in ast.walk(text)
            }
            for call in ast.walk(tree):
                name = call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""
                if name in names and (name not in _SEEN or id(call) in in_strings):
                    assert isinstance(call, ast.Call)
                    texts = [ast.unparse(argument) for argument in call.args]
                    yield f"{names[name]}({', '.join(texts)})"


def _gettext_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What a module calls each function of gettext, and its own name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == _GETTEXT:
            yield from (
                (name.asname or name.name, name.name) for name in node.names if "gettext" in name.name
            )
