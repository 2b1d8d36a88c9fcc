"""The dates of the plan, counted from the hearing the court set (DV-109 and CH-109, items 3 and 6).

While the date is not told, the plan says where on the papers it stands.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interview.case import Case
from interview.court_days import closed_for, court_days_before, open_day_before
from interview.hearing import FIVE_DAYS
from interview.phrasing import day_and_time, day_in_words

_FAR = timedelta(days=365)  # hearings are set within weeks (Fam. Code 242; Code Civ. Proc. 527.6(g))


def serve_by(case: Case, notice: str, today: date) -> str:
    """The last day to serve. `notice` is the form that has it: "DV-109" or "CH-109"."""
    last = case.hearing.last_day_to_serve
    if last is None:
        return _not_told(case, notice)
    told, soon = (
        [_("%s at the latest.") % day_in_words(last), *_closed(last, today)],
        [_("Serve well before.")],
    )
    if last < today:
        told, soon = [_("The last day was %s. It is over.") % day_in_words(last)], []
    elif last == today:
        told, soon = [*told, _("That is today.")], []
    elif open_day_before(last) <= today:
        soon = []
    days = case.hearing.days_to_serve or 0
    counted = ngettext(
        "Counted back from the hearing, without its own day: %(days)s day (%(notice)s, item 6).",
        "Counted back from the hearing, without its own day: %(days)s days (%(notice)s, item 6).",
        days,
    ) % {"days": days, "notice": notice}
    return " ".join((*told, counted, *soon))


def of_hearing(case: Case, notice: str, today: date) -> str:
    """When the hearing is, with a clear word where the date cannot be right."""
    hearing = case.hearing
    if hearing.date is None:
        return _("The date and time on %s, item 3.") % notice
    at = capfirst(day_and_time(hearing.date, hearing.time))
    told = [f"{at}, {_('Department')} {hearing.department}." if hearing.department else f"{at}."]
    return " ".join((*told, *odd_date(hearing.date, today)))


def odd_date(day: date, today: date) -> tuple[str, ...]:
    """What to say of a hearing's date that is over, very near, very far, or not a court day."""
    found = []
    if day < today:
        found.append(
            _("This date is over. Tell us whether the hearing has taken place, or the day it was moved to.")
        )
    elif day <= today + timedelta(days=1):
        found.append(_("That is today.") if day == today else _("That is tomorrow."))
    elif day > today + _FAR:
        found.append(_("That is more than a year from now. Look again at the year."))
    if closed := closed_for(day):
        found.append(_("Courts are closed that day (%s). Look again at the date.") % closed)
    return tuple(found)


def before_hearing(case: Case, today: date) -> str:
    """When what must be with the court before the hearing is handed in at the latest."""
    if case.hearing.date is None:
        return _("Before the hearing.")
    last = open_day_before(case.hearing.date - timedelta(days=1))
    if last < today:
        over = _("Before the hearing. The last day before it that the court was open was %s. It is over.")
        return over % day_in_words(last)
    told = _("Before the hearing: %s is the last day before it that the court is open.") % day_in_words(last)
    return " ".join((told, _("That is today."))) if last == today else told


def accommodation_by(case: Case, court_days: int, today: date) -> tuple[str, ...]:
    """MC-410 is handed in that many court days before (rule 1.100)."""
    if case.hearing.date is None:
        return ()
    last = court_days_before(case.hearing.date, court_days)
    if last < today:
        over = _("For MC-410 that was %s. It is over: ask the clerk at once what can still be done.")
        return (over % day_in_words(last),)
    return (_("For MC-410 that is %s.") % day_in_words(last),)


def _closed(last: date, today: date) -> tuple[str, ...]:
    if not (why := closed_for(last)):
        return ()
    open_day = open_day_before(last)
    said = _("The court is closed that day (%(why)s). To be safe, serve by %(before)s, or ask the clerk.")
    if open_day < today:
        said = _(
            "The court is closed that day (%(why)s), and the last open day before it, %(before)s, is over. "
            "Ask the clerk at once whether you can still serve, or ask for a new date."
        )
    return (said % {"why": why, "before": day_in_words(open_day)},)


def _not_told(case: Case, notice: str) -> str:
    where = _(
        "%(notice)s, item 6 has the number of days, often %(days)s. Count back from the hearing, without the "
        "day of the hearing itself. Serve well before. Ask the clerk when the last day is a weekend or a "
        "holiday."
    ) % {"notice": notice, "days": FIVE_DAYS}
    if case.hearing.date is None:
        return where
    return " ".join((where, _("Tell us the number of days, and we count.")))
