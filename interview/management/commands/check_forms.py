"""manage.py check_forms: prove that every blank of every official form is accounted for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from forms_library.attachments import AttachedPage
from forms_library.catalogue import Form, all_forms
from forms_library.checking import Account, account_for
from forms_library.filled import ATTACHMENT_FORM
from forms_library.installed import installed, warning
from forms_library.maps import MapError, read_map
from interview.case import Case


class Command(BaseCommand):
    help = "Check the maps against the installed forms: every blank filled from the Case or left on purpose."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        accounts = [account for form in all_forms() if (account := self._account(form))]
        for fault in (f"{a.number}: {fault}" for a in accounts for fault in a.faults):
            self.stdout.write(fault)
        self.stdout.write(
            f"{'form':<12}{'revision':<12}{'blanks':>8}{'filled':>8}{'left':>8}{'unaccounted':>13}"
            f"{'of the court':>14}"
        )
        for a in accounts:
            self.stdout.write(
                f"{a.number:<12}{a.revision:<12}{a.blanks:>8}{a.filled:>8}{a.left:>8}{a.unaccounted:>13}"
                f"{a.courts or '':>14}"
            )
        for form in all_forms():
            if superseded := warning(form.number, Path(settings.FORMS_DIR)):
                self.stdout.write(self.style.WARNING(superseded))
        if len(accounts) < len(all_forms()) or any(a.faults or a.unaccounted for a in accounts):
            raise CommandError("Not every blank is accounted for.")

    def _account(self, form: Form) -> Account | None:
        official = installed(form.number, Path(settings.FORMS_DIR))
        if official is None:
            self.stdout.write(f"{form.number}: not installed; run install_forms first")
            return None
        root: type = AttachedPage if form.number == ATTACHMENT_FORM else Case
        try:
            return account_for(form, read_map(form.number, official.revision), official.index, root)
        except MapError as error:
            self.stdout.write(f"{form.number}: {error}")
            return None
