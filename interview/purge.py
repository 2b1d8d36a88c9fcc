"""Deleting what has expired: visits nobody came back to, and drafts past their last day.

It runs by itself in a thread of each worker (gunicorn.conf.py starts it), by the clock and not by requests: a
kiosk at night has no visitors, and what is promised to be gone must be gone all the same. No cron to set up,
nothing to forget. Two DELETEs over an indexed column, and what they leave cleared away: cheap, and several
workers or machines at once do no harm, as each leaves alone what another is at. What has expired is refused
before it is deleted, so nothing depends on the minute. Other servers: `manage.py purge`.
"""

from __future__ import annotations

import logging
import random
import threading

from django.db import connection

from interview import drafts
from interview.sessions import SessionStore

EVERY = 5 * 60  # seconds
_log = logging.getLogger(__name__)


def purge() -> None:
    SessionStore.clear_expired()
    drafts.clear_expired()
    drafts.scrub()


def keep_purging(every: float = EVERY) -> threading.Event:
    """Purge now and then until the event it gives back is set; ends with the process at the latest."""
    stop = threading.Event()
    threading.Thread(target=_run, args=(every, stop), name="purge", daemon=True).start()
    return stop


def _run(every: float, stop: threading.Event) -> None:
    while True:
        try:
            purge()
        except Exception:  # a locked or absent database: the next turn comes
            _log.exception("expired rows could not be deleted")
        finally:
            connection.close()
        if stop.wait(every * random.uniform(0.8, 1.2)):  # workers started together drift apart
            return
