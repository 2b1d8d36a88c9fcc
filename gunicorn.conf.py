"""How gunicorn serves the site; it finds this file by its name. PORT and WEB_CONCURRENCY are set outside."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

bind = os.environ.get("GUNICORN_BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
timeout = 60
# Longer than a proxy in front keeps a connection (nginx: 60): else one is closed as a page is sent on it.
keepalive = 75

# Nothing about a visit is written down: no access log, and errors without their requests. A warning of a
# crooked request would name the address it came from.
accesslog = None
loglevel = "error"
control_socket_disable = True  # no second way in
if Path("/dev/shm").is_dir():  # a worker's heartbeat must not wait for a disk
    worker_tmp_dir = "/dev/shm"


def when_ready(server: Any) -> None:
    if os.environ.get("AMPARO_LOCAL"):
        print(f"Amparo runs at http://{bind} (Ctrl+C stops it).", flush=True)


def post_worker_init(worker: Any) -> None:
    """Each worker deletes what has expired, by the clock: no cron needed (interview/purge.py)."""
    from interview.purge import keep_purging  # the site is loaded by now, and not before

    keep_purging()
