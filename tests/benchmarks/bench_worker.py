"""A worker's process: how soon it gives its first packet, and how large it is when it has made many.

Run alone with `python -m tests.benchmarks.bench_worker`; PACKETS shortens it (1,000).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from interview.case_json import to_json
from tests.benchmarks.prepared import largest, site_environment
from tests.benchmarks.report import Row, Section, as_markdown, under
from tests.stories_on_disk import STORIES, story

_ROOT = Path(__file__).parent.parent.parent
_MB = 1e6

# A worker as gunicorn starts it, up to its first packet. The answers come in as a session holds them.
_FIRST_PACKET = """
import json, sys, time
from interview.wsgi import application
from pathlib import Path
from django.conf import settings
from forms_library.packet import make_packet
from interview.case_json import from_json
from interview.relevance import prune
told = json.load(sys.stdin)[0]
make_packet(prune(from_json(told)), Path(settings.FORMS_DIR))
print(json.dumps(time.process_time()), flush=True)
"""
# The same worker, which goes on; four threads, as in gunicorn.conf.py.
_MANY_PACKETS = """
import json, sys, time
from concurrent.futures import ThreadPoolExecutor
from interview.wsgi import application
from pathlib import Path
from django.conf import settings
from forms_library.packet import make_packet
from interview.case_json import from_json
from interview.relevance import prune
stories, stops = json.load(sys.stdin)

def one(number):
    make_packet(prune(from_json(stories[number % len(stories)])), Path(settings.FORMS_DIR))

def memory():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024

made, found = 0, []
with ThreadPoolExecutor(4) as threads:
    for stop in stops:
        list(threads.map(one, range(made, stop)))
        made = stop
        found.append(memory())
print(json.dumps([found, time.process_time()]))
"""


def measure() -> Section:
    """With every official form installed."""
    with site_environment() as environment:
        return _worker(environment)


def _worker(environment: dict[str, str]) -> Section:
    """A process that starts cold, and one that makes packet after packet."""
    stories = [to_json(case) for case in (largest(), *map(story, STORIES))]
    starts = [_run(_FIRST_PACKET, stories[:1], environment) for _round in range(3)]
    packets = max(int(os.environ.get("PACKETS", "1000")), 11)
    stops = sorted({10, min(100, packets - 1), packets})
    (memory, spent), _wall = _run(_MANY_PACKETS, [stories, stops], environment)
    grown = (memory[-1] - memory[-2]) / _MB
    return Section(
        "A worker",
        f"A fresh process that loads the whole site (interview.wsgi), forms installed on disk. Start: to the "
        f"largest packet made, median of {len(starts)}. Memory: {packets:,} packets of {len(stories)} cases "
        f"in turn, by four threads, each from its answers as a session holds them; VmRSS.",
        (
            under("start to first packet, wall time", median(wall for _cpu, wall in starts), 3, "s", 2),
            Row("start to first packet, CPU", f"{median(cpu for cpu, _wall in starts):.2f} s of CPU"),
            *(
                Row(f"memory after {stop:,}", f"{at / _MB:.0f} MB")
                for stop, at in zip(stops, memory, strict=True)
            ),
            under(f"memory after {packets:,} packets", memory[-1] / _MB, 200, "MB"),
            under(f"growth from packet {stops[-2]:,} to {packets:,}", grown, 5, "MB", 1),
            Row(
                "a packet, all stories alike, with the answers read",
                f"{spent / packets * 1000:.0f} ms of CPU",
            ),
        ),
    )


def _run(code: str, told: Any, environment: dict[str, str]) -> tuple[Any, float]:
    """What a fresh process prints last, read as JSON, and the seconds until it has ended."""
    start = perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(told),
        cwd=_ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(ended.stdout.splitlines()[-1]), perf_counter() - start


if __name__ == "__main__":
    print(as_markdown([measure()]))
