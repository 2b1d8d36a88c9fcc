"""A worker's memory. glibc would give its threads up to eight heaps for each core, and each keeps what it has
once held. The threads take turns at papers anyway: with two heaps a worker is some 10 MB smaller and does not
grow (docs/performance.md)."""

from __future__ import annotations

import contextlib
import ctypes

_M_ARENA_MAX = -8  # malloc.h


def use_two_heaps() -> None:
    """To be called before threads begin. Other systems' memory works otherwise: nothing is done there."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)
