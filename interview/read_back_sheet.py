"""The answers on paper, in the order they were asked, to be read back to the person and signed off.

It is the person's own and follows the language of the page; it goes to nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator

from forms_library.letters import spell_out
from forms_library.ours import ReadingChapter, ReadingLine, ReadingPage, reading_sheet
from interview.case import Case
from interview.in_english import language_name
from interview.reading_back import Line, PageRead, read_back
from interview.relevance import all_chapters


def read_back_sheet(case: Case) -> bytes:
    """One tagged PDF. `case` is the pruned Case."""
    return reading_sheet(
        ReadingChapter(spell_out(chapter.title), tuple(_pages(chapter.pages)))
        for chapter in read_back(all_chapters(), case)
    )


def _pages(pages: tuple[PageRead, ...]) -> Iterator[ReadingPage]:
    for page in pages:
        if not page.is_list:
            heading = f"{page.caption}: {page.heading}" if page.caption else page.heading
            yield ReadingPage(spell_out(heading), tuple(_line(line, page.heading) for line in page.lines))


def _line(line: Line, heading: str) -> ReadingLine:
    """The heading of a page with one question is not said twice. A person's own words come before their
    English."""
    own = [(f"{language_name(one.language)}: {one.text}", one.language) for one in line.own_words]
    answers = [(answer, line.language) for answer in line.answers]
    said = tuple((spell_out(text), language) for text, language in (*own, *answers))
    return ReadingLine("" if line.label == heading else spell_out(line.label), said)
