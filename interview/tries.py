"""How often one visit may try seven words: ten at once, then one in half a minute.

The count is kept in the visit's own sealed session: no address, no device, no name. Nobody can use it up
for anyone else, as that takes their cookie. There is on purpose no limit over all visits together, which
would let a stranger lock out everyone by trying. Whoever throws the cookie away starts a fresh count, and
gains nothing: seven words are 90 bits, and each try costs a full stretching (drafts.py). At a million tries
a second, half of all codes would take over twenty million million years. The limit only spares the server a
script's haste.
"""

from __future__ import annotations

import time

from django.http import HttpRequest

AT_ONCE = 10
REFILL = 30  # seconds for one more
_TRIES = "tries"


def take(request: HttpRequest) -> bool:
    """Whether one more try may be made now; if so it is counted."""
    now = time.time()
    counted, at = request.session.get(_TRIES, (AT_ONCE, now))
    left = min(float(AT_ONCE), float(counted) + max(0.0, now - float(at)) / REFILL)
    granted = left >= 1
    request.session[_TRIES] = [left - granted, now]
    return granted


def give_back(request: HttpRequest) -> None:
    """The try just taken could not be made."""
    left, at = request.session[_TRIES]
    request.session[_TRIES] = [left + 1, at]
