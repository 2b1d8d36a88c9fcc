"""Spanish, whole: the catalogue, the pages, what prints, and the switch between the languages."""

from __future__ import annotations

import ast
import gettext
import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import translation
from pypdf import PdfReader

from forms_library import ours
from forms_library.filled import fill_forms
from forms_library.packet import cover_of, forms_for, make_packet
from forms_library.paper_sets import clerk_set
from interview.case import Case
from interview.case_json import to_json
from interview.data_texts import data_texts
from interview.handing_over import handed_over, make_served_set
from interview.needed_forms import still_needed
from interview.plan import steps
from interview.relevance import prune
from interview.review import problems
from tests.catalogue_file import Entry, catalogue_file, entries
from tests.pages_read import without, words_read
from tests.paper import words_on
from tests.stories_on_disk import STORIES, story
from tests.test_headers import pages

Visit = Callable[[Case], Client]
OTHERS = [code for code, _name in settings.LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"\{[^}]*\}|%\([^)]*\)[sd]|%[sd%]|</?[a-z][^>]*>")
IN_ENGLISH = re.compile(r"\(en inglés\):[^\n]*")  # an example of what to type, announced as being English
COMMON = re.compile(r"\b(?:the|and|your|you|of|with|this|that|not|are|was|for|to|is)\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """A page leaves its language to the thread it was made in."""
    yield
    translation.activate("en")


# The catalogues


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_untranslated_or_doubtful(language: str) -> None:
    for entry in entries(catalogue_file(language)):
        assert not entry.is_fuzzy and all(entry.said), entry.text


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_and_edges_agree(language: str) -> None:
    for entry in entries(catalogue_file(language)):
        assert len(entry.said) == (2 if entry.plural else 1), entry.text
        for number, said in enumerate(entry.said):
            text = entry.texts[min(number, len(entry.texts) - 1)]
            if entry.plural and number == 0:  # "a day": the number may be left out, and nothing else
                assert set(PLACEHOLDER.findall(said)) <= set(PLACEHOLDER.findall(entry.plural)), entry.text
            else:
                assert sorted(PLACEHOLDER.findall(said)) == sorted(PLACEHOLDER.findall(text)), entry.text
            assert (said[:1] == " ") == (text[:1] == " ") and (said[-1:] == " ") == (text[-1:] == " "), said


@pytest.mark.parametrize("language", OTHERS)
def test_what_the_site_reads_is_made_of_the_catalogue(language: str) -> None:
    """`make messages` makes it; a site needs no gettext to run."""
    with catalogue_file(language, "mo").open("rb") as file:
        read: dict[Any, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    written: dict[Any, str] = {}
    for entry in entries(catalogue_file(language)):
        text = f"{entry.context}\x04{entry.text}" if entry.context else entry.text
        written |= (
            {(text, n): said for n, said in enumerate(entry.said)} if entry.plural else {text: entry.said[0]}
        )
    assert {text: said for text, said in read.items() if text} == written


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not installed")
def test_every_text_is_in_the_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("interview", "forms_library", "templates", "locale"):
        only = shutil.ignore_patterns("*.pyc", "*.csv", "*.mo", "fingerprints", "maps")
        shutil.copytree(Path(settings.BASE_DIR) / name, tmp_path / name, ignore=only)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(settings, "LOCALE_PATHS", [tmp_path / "locale"])
    before = {name: (tmp_path / name).read_text() for name in _catalogues(tmp_path)}
    call_command("makemessages", verbosity=0)
    for name, text in before.items():
        known, found = set(_ids(entries_of(text, tmp_path))), set(_ids(entries(tmp_path / name)))
        assert found - known == set() and known - found == set(), name


def entries_of(text: str, folder: Path) -> list[Entry]:
    (folder / "before.po").write_text(text)
    return entries(folder / "before.po")


def _catalogues(folder: Path) -> list[str]:
    return [str(file.relative_to(folder)) for file in folder.glob("locale/*/LC_MESSAGES/django.po")]


def _ids(found: list[Entry]) -> list[tuple[str, str]]:
    return [(entry.context, entry.text) for entry in found]


def test_texts_are_not_put_into_words_before_the_language_is_known() -> None:
    """At import there is none: gettext there, or str() of a lazy text, would fix English for good."""
    root = Path(settings.BASE_DIR)
    for file in [*root.glob("interview/**/*.py"), *root.glob("forms_library/**/*.py")]:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        now = _names_of_gettext(tree)
        for call in _calls_at_import(tree):
            name = getattr(call.func, "id", "")
            assert name not in now, f"{file}:{call.lineno}"
            worded = name in ("str", "format") or getattr(call.func, "attr", "") in (
                "format",
                "join",
                "replace",
            )
            inner = [one for one in ast.walk(call) if isinstance(one, ast.Call) and one is not call]
            lazy = any(getattr(one.func, "id", "") in ("_", "gettext_lazy", "ngettext_lazy") for one in inner)
            assert not (worded and lazy), f"{file}:{call.lineno}"


def _names_of_gettext(tree: ast.Module) -> set[str]:
    now = {"gettext", "ngettext", "pgettext", "npgettext"}
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in now
    }


def _calls_at_import(node: ast.AST) -> Iterator[ast.Call]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for default in [*child.args.defaults, *child.args.kw_defaults, *child.decorator_list]:
                if default is not None:
                    yield from (one for one in ast.walk(default) if isinstance(one, ast.Call))
        elif not isinstance(child, ast.Lambda):
            if isinstance(child, ast.Call):
                yield child
            yield from _calls_at_import(child)


# The pages


def english_fragments(language: str) -> list[str]:
    """What the catalogue has in other words, in pieces of three words and more between the placeholders."""
    found = set()
    for entry in entries(catalogue_file(language)):
        for text in entry.texts:
            if text not in entry.said:
                found |= {part.strip() for part in PLACEHOLDER.split(" ".join(text.split()))}
    return [part for part in found if len(re.findall(r"[A-Za-z]{2,}", part)) >= 3]


def typed_in(case: Case) -> list[str]:
    """Names and stories; not the site's own short words for a choice ("no", "both")."""
    return [text for text in _strings(to_json(case)) if re.search(r"[A-Z ]", text)]


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield from (" ".join(line.split()) for line in {data, *data.splitlines()} if line.strip())
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _strings(part)


def english_on(html: str, typed: list[str], fragments: list[str], language: str) -> list[str]:
    """The lines of a page that are not in its language."""
    read = IN_ENGLISH.sub("", without(words_read(html, language), typed))
    found = [part for part in fragments if part in read]
    return found + [line for line in read.split("\n") if COMMON.search(line)]


SHOWN = (
    *("everything", "civil_everything", "mother_of_three", "after_hearing", "civil_after_hearing"),
    *("renewal", "civil_order_by_mail", "canceled", "least"),
)


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("language", OTHERS)
def test_no_page_mixes_languages(visit: Visit, name: str, language: str) -> None:
    case, fragments = story(name), english_fragments(language)
    typed = typed_in(case)
    browser = visit(case)
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    mixed: dict[str, list[str]] = {}
    for address in ("/review/", *pages(case)):
        response = browser.get(address)
        if response.status_code in (301, 302):
            continue
        html = response.content.decode()
        assert f'<html lang="{language}"' in html and response["Content-Language"] == language, address
        if found := english_on(html, typed, fragments, language):
            mixed[address] = found
    assert not mixed, mixed


# What prints


@pytest.mark.parametrize("language", OTHERS)
def test_answers_print_alike_in_every_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """On answer sheets, where no form is installed: every answer of every story, and what follows from it."""
    monkeypatch.setattr(ours, "answer_sheet", lambda sheet: repr(sheet).encode())
    for name in STORIES:
        with translation.override("en"):
            case = _told(name)
            english = [each.loose for each in fill_forms(forms_for(case), case, tmp_path)]
        with translation.override(language):
            case = _told(name)
            problems(case)  # what they work out, the case keeps
            steps(case)
            other = [each.loose for each in fill_forms(forms_for(case), case, tmp_path)]
        assert other == english, name


@pytest.mark.parametrize("name", ["everything", "civil_everything", "after_hearing", "renewal"])
@pytest.mark.parametrize("language", OTHERS)
def test_papers_for_others_are_in_english_page_for_page(
    forms_dir: Path, tmp_path: Path, name: str, language: str
) -> None:
    """The packet and the clerk's set behind their covers, and the whole set for the other person."""
    with translation.override("en"):
        english = _papers(name, forms_dir, tmp_path)
    with translation.override(language):
        other = _papers(name, forms_dir, tmp_path)
    assert other == english and all(english)


def _told(name: str) -> Case:
    return prune(story(name))


def _text_of(documents: tuple[bytes, ...]) -> list[str]:
    return [page.extract_text() for pdf in documents for page in PdfReader(io.BytesIO(pdf)).pages]


def _papers(name: str, forms_dir: Path, folder: Path) -> list[list[str]]:
    case = _told(name)
    sets = [make_packet(case, forms_dir, still_needed(case)), clerk_set(case, forms_dir, still_needed(case))]
    papers = [_pages(made.pdf, folder)[-sum(part.pages for part in made.parts) :] for made in sets]
    return [*papers, _pages(make_served_set(case, forms_dir).pdf, folder)] if handed_over(case) else papers


def _pages(pdf: bytes, folder: Path) -> list[str]:
    pages: dict[int, list[str]] = {}
    for word in words_on(pdf, folder):
        pages.setdefault(word.page, []).append(word.text)
    return [" ".join(pages.get(number, [])) for number in range(len(PdfReader(io.BytesIO(pdf)).pages))]


@pytest.mark.parametrize("name", ["everything", "civil_everything", "after_hearing"])
@pytest.mark.parametrize("language", OTHERS)
def test_cover_and_plan_speak_the_language_of_the_pages(
    visit: Visit, tmp_path: Path, name: str, language: str
) -> None:
    case, fragments = _told(name), english_fragments(language)
    browser = visit(story(name))
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    with translation.override(language):
        cover = cover_of(fill_forms(forms_for(case), case, tmp_path), case, still_needed(case))
    for pdf in (cover, browser.get("/plan/print/").content):
        assert str(PdfReader(io.BytesIO(pdf)).root_object["/Lang"]) == language
        read = without(" ".join(" ".join(_text_of((pdf,))).split()), typed_in(case))
        assert [part for part in fragments if part in read] == []


@pytest.mark.parametrize("language", OTHERS)
def test_texts_of_data_are_translated(language: str) -> None:
    known = {entry.text: entry.said[0] for entry in entries(catalogue_file(language))}
    assert {text: known.get(text) for text in data_texts() if not known.get(text)} == {}
