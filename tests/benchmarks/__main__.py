"""All benchmarks, one table, kept in docs/performance.md: `make bench`. Some alone: ONLY="pages packet"."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import bench_load, bench_packet, bench_pages, bench_slow_phone, bench_worker
from tests.benchmarks.report import Section, as_markdown, machine_and_versions, section_as_markdown

_DOCS = Path(__file__).parents[2] / "docs" / "performance.md"
_BELOW = "<!-- What stands below was measured and written by `make bench`. -->\n"
_ALL: dict[str, Callable[[], Section | tuple[Section, ...]]] = {
    "packet": bench_packet.measure,
    "worker": bench_worker.measure,
    "pages": bench_pages.measure,
    "slow-phone": bench_slow_phone.measure,
    "load": bench_load.measure,
}


def main() -> None:
    """Measure; print; write it down. Ends with 1 if an aim is missed."""
    names = sys.argv[1:] or list(_ALL)
    sections: list[Section] = []
    for name in names:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        found = _ALL[name]()
        sections += found if isinstance(found, tuple) else (found,)
    print(as_markdown(sections))
    _write_down(sections)
    sys.exit(any(row.met is False for section in sections for row in section.rows))


def _write_down(sections: list[Section]) -> None:
    """Each section in place of the one of its title: within one, all is of one run."""
    words, below, before = _DOCS.read_text(encoding="utf-8").partition(_BELOW)
    kept = {text.partition("\n")[0]: text for text in before.split("\n### ")[1:]}
    for section in sections:
        kept[section.title] = section_as_markdown(section).removeprefix("### ")
    tables = "".join(f"\n### {text.rstrip()}\n" for text in kept.values())
    _DOCS.write_text(f"{words}{below}\n{machine_and_versions()}\n{tables}", encoding="utf-8")


if __name__ == "__main__":
    main()
