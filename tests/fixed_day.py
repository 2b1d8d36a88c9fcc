"""The day the tests run on: the stories tell of ages, hearings and deadlines as of it, and so stay true."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from django.utils import timezone

DAY = date(2026, 11, 22)


def keep() -> None:
    """From now on today is that day, in this process. The clock goes on: what is kept ends by it."""
    real = timezone.localdate

    def localdate(value: datetime | None = None, timezone: tzinfo | None = None) -> date:
        return DAY if value is None else real(value, timezone)

    timezone.localdate = localdate
