"""manage.py draft_packet: a packet from a Case in JSON, without the browser."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from forms_library.layout import UnprintableAnswerError
from forms_library.packet import Packet, forms_for, live_forms, make_packet
from forms_library.paper_sets import clerk_set, handed_in
from interview.case import Case
from interview.case_json import CaseFormatError, from_json
from interview.handing_over import handed_over, make_served_set
from interview.keyed import with_keys
from interview.needed_forms import still_needed
from interview.relevance import prune


class Command(BaseCommand):
    help = (
        "Write the packet for a Case (JSON): packet.pdf, or with --live one PDF a form with its fields live, "
        "or with --set the papers for the clerk or for the other person."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("case", type=Path, metavar="CASE.json")
        parser.add_argument("--out", type=Path, required=True, metavar="DIR")
        parser.add_argument(
            "--live", action="store_true", help="one PDF a form, its fields open to correction"
        )
        parser.add_argument("--set", choices=("clerk", "served"), help="only these papers, as one PDF")

    def handle(self, *args: Any, **options: Any) -> None:
        case = prune(_read(options["case"]))
        out: Path = options["out"]
        out.mkdir(parents=True, exist_ok=True)
        forms_dir = Path(settings.FORMS_DIR)
        try:
            if options["live"]:
                copies: Counter[str] = Counter()
                for part in live_forms(case, forms_dir):
                    copies[part.number] += 1
                    copy = f"-{copies[part.number]}" if copies[part.number] > 1 else ""
                    self._write(out / f"{part.number}{copy}.pdf", part.pdf, part.pages)
            else:
                name = options["set"] or "packet"
                packet = _made(case, name, forms_dir)
                self._write(out / f"{name}.pdf", packet.pdf, sum(part.pages for part in packet.parts))
        except UnprintableAnswerError as error:
            raise CommandError(str(error)) from None

    def _write(self, file: Path, pdf: bytes, pages: int) -> None:
        file.write_bytes(pdf)
        self.stdout.write(f"{file}: {pages} pages of forms")


def _made(case: Case, which: str, forms_dir: Path) -> Packet:
    if which == "served":
        if not handed_over(case):
            raise CommandError("Nothing is handed to the other person now.")
        return make_served_set(case, forms_dir)
    if which == "clerk":
        if not handed_in(case):
            raise CommandError("Nothing is handed in to the court now.")
        return clerk_set(case, forms_dir, still_needed(case))
    if not forms_for(case):
        raise CommandError("There is nothing to print now.")
    return make_packet(case, forms_dir, still_needed(case))


def _read(file: Path) -> Case:
    try:
        return with_keys(from_json(json.loads(file.read_text(encoding="utf-8"))))
    except (OSError, json.JSONDecodeError, CaseFormatError) as error:
        raise CommandError(f"{file} cannot be read as a case: {error}") from None
