"""The pages: the way through a toy chapter, what is kept, what comes back, and every kind of bad input."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from django import forms
from django.conf import settings
from django.test import Client
from django.utils.html import escape

from interview.audience import audience_of, items_of
from interview.case import Case
from interview.case_json import from_json, to_json
from interview.conduct import Screening
from interview.incidents import Incident
from interview.models import SealedSession
from interview.people import Petitioner, ProtectedPerson, Respondent
from interview.questions import Chapter, Group, Page, QuestionForm
from interview.reading_back import read_back
from interview.relevance import prune

Visit = Callable[[Case], Client]


class Name(QuestionForm):
    at = "petitioner"
    heading = "What is your name?"
    name = forms.CharField(label="Name", max_length=40)


class Others(QuestionForm):
    heading = "Other people?"
    follow_ups = {"protection_reason": "protect_others=yes"}
    protect_others = forms.ChoiceField(
        choices=[("yes", "Yes, please"), ("no", "No")], widget=forms.RadioSelect, required=False
    )
    protection_reason = forms.CharField(label="Why", required=False)


class Person(QuestionForm):
    at = "protected_people.#"
    heading = "Who?"
    name = forms.CharField(label="Name", required=False)


class PersonMore(QuestionForm):
    at = "protected_people.#"
    heading = "What are they to you?"
    relationship = forms.CharField(label="Relationship", required=False)


class Other(QuestionForm):
    at = "respondent"
    heading = "Who is it?"
    name = forms.CharField(label="Name", required=False)


class Extra(QuestionForm):
    heading = "Once more"
    protection_reason = forms.CharField(required=False)


TOY = (
    Chapter("one", "You", (Page("name", Name),)),
    Chapter(
        "two",
        "People",
        (
            Page("others", Others),
            Group(
                "people",
                "protected_people",
                (Page("who", Person), Page("what", PersonMore)),
                another="One more person?",
                entry_title="Person {number}",
                when=lambda case: case.protect_others == "yes",
            ),
        ),
    ),
    Chapter(
        "three", "The other", (Page("other", Other),), when=lambda case: case.petitioner.name != "Nobody Asks"
    ),
)
TWO_PEOPLE = Case(
    petitioner=Petitioner(name="Ana Reyes"),
    respondent=Respondent(name="Alex"),
    protect_others="yes",
    protection_reason="They are afraid",
    protected_people=(ProtectedPerson(name="Bea Solano"), ProtectedPerson(name="Cal", relationship="son")),
)


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interview.chapters.CHAPTERS", TOY)


def told(browser: Client) -> Case:
    return from_json(browser.session["case"])


def goes_to(browser: Client, address: str, **data: str) -> str:
    response = browser.post(address, data)
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


# What applies


def test_what_is_not_asked_is_emptied_and_the_telling_keeps_it() -> None:
    no = replace(TWO_PEOPLE, protect_others="no")
    pruned = prune(no, TOY)
    assert pruned.protected_people == () and pruned.protection_reason == ""
    assert pruned.petitioner.name == "Ana Reyes"
    assert prune(TWO_PEOPLE, TOY) == TWO_PEOPLE


def test_a_chapter_that_is_not_asked_leaves_nothing() -> None:
    case = Case(petitioner=Petitioner(name="Nobody Asks"), respondent=Respondent(name="Alex"))
    assert prune(case, TOY).respondent.name == ""


def test_an_answer_another_page_asks_for_stays() -> None:
    unasked = Chapter("four", "Four", (Page("extra", Extra),), when=lambda case: False)
    asked = Chapter("five", "Five", (Page("again", Extra),))
    case = Case(protect_others="no", protection_reason="kept")
    assert prune(case, (*TOY, unasked)).protection_reason == ""
    assert prune(case, (*TOY, unasked, asked)).protection_reason == "kept"
    assert prune(case, (asked, *TOY, unasked)).protection_reason == "kept"


def test_answers_no_page_asks_for_are_left_alone() -> None:
    case = Case(screening=Screening(chosen_path="dvro"), incidents=(Incident(story="so"),))
    assert prune(case, TOY) == case


def test_empty_entries_at_the_end_are_dropped_and_in_the_middle_kept() -> None:
    people = (ProtectedPerson(), ProtectedPerson(name="Bea Solano"), ProtectedPerson(), ProtectedPerson())
    pruned = prune(Case(protect_others="yes", protected_people=people), TOY)
    assert pruned.protected_people == people[:2]


def test_a_condition_reads_what_is_left_of_the_pages_before() -> None:
    chained = Chapter("six", "Six", (Page("other", Other, when=lambda case: bool(case.protection_reason)),))
    case = Case(protect_others="no", protection_reason="old", respondent=Respondent(name="Alex"))
    assert prune(case, (*TOY[:2], chained)).respondent.name == ""


# The way through


def test_the_way_through(toy: None, visit: Visit) -> None:
    browser = visit(Case())
    assert goes_to(browser, "/safety/") == "/step/one/name/"
    assert goes_to(browser, "/step/one/name/", name="Ana Reyes") == "/result/"
    assert goes_to(browser, "/result/", chosen_path="dvro") == "/step/two/others/"
    assert goes_to(browser, "/step/two/others/", protect_others="yes") == "/step/two/who-1/"
    assert goes_to(browser, "/step/two/who-1/", name="Bea Solano") == "/step/two/what-1/"
    assert goes_to(browser, "/step/two/what-1/") == "/step/two/people-more/"
    assert goes_to(browser, "/step/two/people-more/", another="yes") == "/step/two/who-2/"
    assert goes_to(browser, "/step/two/who-2/") == "/step/two/what-2/"  # left empty
    assert goes_to(browser, "/step/two/what-2/", relationship="son") == "/step/two/people-more/"
    assert goes_to(browser, "/step/two/people-more/", another="no") == "/step/three/other/"
    assert goes_to(browser, "/step/three/other/", name="Alex") == "/review/"
    case = told(browser)
    assert case.petitioner.name == "Ana Reyes" and case.screening.chosen_path == "dvro"
    assert [(one.name, one.relationship) for one in case.protected_people] == [
        ("Bea Solano", ""),
        ("", "son"),
    ]


def test_an_answer_that_no_longer_applies_comes_back_with_the_one_before_it(toy: None, visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    assert goes_to(browser, "/step/two/others/", protect_others="no") == "/step/three/other/"
    assert "Bea Solano" not in browser.get("/review/").content.decode()
    assert goes_to(browser, "/step/two/others/", protect_others="yes") == "/step/two/who-1/"
    assert "Bea Solano" in browser.get("/step/two/who-1/").content.decode()
    assert "Cal" in browser.get("/review/").content.decode()


def test_an_error_keeps_what_was_typed_and_what_was_saved(toy: None, visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    response = browser.post("/step/one/name/", {"name": "x" * 41})
    html = response.content.decode()
    assert response.status_code == 200 and "x" * 41 in html and "<title>Error:" in html
    assert 'href="#id_name"' in html and 'aria-invalid="true"' in html
    error, field = html.index('id="id_name_error"'), html.index('id="id_name"')
    assert error < field  # above the input
    assert told(browser).petitioner.name == "Ana Reyes"


def test_only_declared_answers_are_kept(toy: None, visit: Visit) -> None:
    browser = visit(Case())
    goes_to(browser, "/step/one/name/", name="Ana", csrfmiddlewaretoken="x", age="9", wizard_goto_step="name")
    assert told(browser) == Case(petitioner=Petitioner(name="Ana"))
    assert "csrfmiddlewaretoken" not in str(dict(browser.session.items()))


def test_a_page_posted_twice_is_harmless(toy: None, visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    for _time in range(2):
        assert goes_to(browser, "/step/two/who-3/", name="Dee") == "/step/two/what-3/"
    assert [one.name for one in told(browser).protected_people] == ["Bea Solano", "Cal", "Dee"]


@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("/step/two/who-9/", "/step/two/others/"),  # no such person
        ("/step/two/nothing/", "/step/two/others/"),
        ("/step/two/who-1/", "/step/three/other/"),  # not asked of this person
        ("/step/two/people-more/", "/step/three/other/"),
        ("/step/two/who-99999999999999999999/", "/step/two/others/"),
    ],
)
def test_a_page_out_of_order_leads_on(toy: None, visit: Visit, address: str, to: str) -> None:
    assert visit(Case()).get(address)["Location"] == to


def test_any_page_opens_without_the_answers_before_it(toy: None, visit: Visit) -> None:
    browser = visit(Case())
    assert browser.get("/step/three/other/").status_code == 200
    assert browser.get("/step/none/other/").status_code == 404
    assert goes_to(browser, "/step/two/who-1/", name="Bea Solano") == "/step/three/other/"
    assert told(browser).protected_people[0].name == "Bea Solano"  # an old tab's answer is kept


def test_an_entry_is_removed_and_the_rest_stays(toy: None, visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    html = browser.get("/step/two/people-more/").content.decode()
    assert "Person 1" in html and "Bea Solano" in html and 'href="/step/two/who-2/"' in html
    assert goes_to(browser, "/step/two/people-more/", remove="0") == "/step/two/people-more/"
    assert [one.name for one in told(browser).protected_people] == ["Cal"]
    for nonsense in ("7", "-1", "x", "9" * 30, "²"):
        goes_to(browser, "/step/two/people-more/", remove=nonsense)
    assert [one.name for one in told(browser).protected_people] == ["Cal"]


def test_another_must_be_answered(toy: None, visit: Visit) -> None:
    response = visit(TWO_PEOPLE).post("/step/two/people-more/", {})
    assert response.status_code == 200 and "Choose Yes" in response.content.decode()


# Review


def test_change_from_the_review_goes_back_to_it(toy: None, visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    html = browser.get("/review/").content.decode()
    assert 'href="/step/one/name/?next=review"' in html and "Yes, please" in html
    assert goes_to(browser, "/step/one/name/?next=review", name="Ann") == "/review/"
    assert goes_to(browser, "/step/two/who-1/?next=review", name="Bo") == "/step/two/what-1/?next=review"
    assert goes_to(browser, "/step/two/what-2/?next=review", relationship="son") == "/review/"
    assert 'href="/step/two/people-more/?next=review"' in html
    more = "/step/two/people-more/?next=review"
    assert goes_to(browser, more, another="yes") == "/step/two/who-3/?next=review"
    assert goes_to(browser, more, another="no") == "/review/"
    assert goes_to(browser, "/step/one/name/?next=https://evil.example", name="Ann") == "/result/"


def test_a_change_that_opens_a_question_asks_it_before_the_review(toy: None, visit: Visit) -> None:
    browser = visit(Case(protect_others="no"))
    to = goes_to(browser, "/step/two/others/?next=review", protect_others="yes")
    assert to == "/step/two/who-1/?next=review"


def test_every_answer_is_read_back_in_words() -> None:
    pages = [page for chapter in read_back(TOY, TWO_PEOPLE) for page in chapter.pages]
    answers = [answer for page in pages for line in page.lines for answer in line.answers]
    assert answers == ["Ana Reyes", "Yes, please", "They are afraid", "Bea Solano", "Cal", "son", "Alex"]
    assert {page.caption for page in pages} == {"", "Person 1", "Person 2"}


def test_nothing_prints_before_it_was_seen_or_after_it_changed(
    visit: Visit, story: Callable[[str], Case]
) -> None:
    browser = visit(story("least"))
    assert browser.get("/packet/")["Location"] == "/review/"
    assert browser.get("/packet/download/")["Location"] == "/packet/"
    browser.get("/review/")
    assert browser.get("/packet/").status_code == 200
    goes_to(browser, "/step/other-person/name/", name="Alexander Reyes")
    assert browser.get("/packet/")["Location"] == "/review/"


def test_the_packet_is_a_pdf_with_a_neutral_name(
    visit: Visit, story: Callable[[str], Case], forms_dir: object, settings: pytest.FixtureRequest
) -> None:
    settings.FORMS_DIR = forms_dir  # type: ignore[attr-defined]
    browser = visit(story("least"))
    browser.get("/review/")
    for address, name in (("/packet/download/", "forms.pdf"), ("/packet/1/", "form-1.pdf")):
        response = browser.get(address)
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["Content-Type"] == "application/pdf" and response["Cache-Control"] == "no-store"
        assert response.content.startswith(b"%PDF-")
    assert browser.get("/packet/99/").status_code == 404


# Beginning, leaving, coming too late


def test_starting_makes_a_visit_with_the_court_of_a_kiosk(
    db: None, client: Client, settings: pytest.FixtureRequest
) -> None:
    settings.COURT_COUNTY, settings.COURT_ADDRESS = "Yolo", "1000 Main Street, Woodland 95695"  # type: ignore[attr-defined]
    client.post("/safety/")
    court = told(client).court
    assert (court.county, court.street, court.city_and_zip) == ("Yolo", "1000 Main Street", "Woodland 95695")


def test_starting_again_keeps_the_answers(visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    goes_to(browser, "/safety/")
    assert told(browser) == TWO_PEOPLE


def test_exit(visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    assert browser.get("/exit/", headers={"sec-purpose": "prefetch;prerender"}).status_code == 204
    assert browser.get("/exit/", headers={"sec-fetch-site": "cross-site"}).status_code == 303
    assert told(browser) == TWO_PEOPLE
    response = browser.get("/exit/")
    assert response.status_code == 303 and response["Location"] == settings.EXIT_URL
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    cookie = response.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie.value == "" and cookie["max-age"] == 0 and cookie["secure"]
    assert not SealedSession.objects.exists()
    del browser.cookies[settings.SESSION_COOKIE_NAME]
    for address in ("/step/you/name/", "/tasks/", "/review/", "/packet/download/", "/result/", "/plan/"):
        assert browser.get(address)["Location"] == "/"


def test_finish_and_erase(visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    assert browser.get("/erase/").status_code == 405
    assert goes_to(browser, "/erase/") == "/?done=1"
    assert not SealedSession.objects.exists()


def test_an_expired_visit_is_told_in_one_sentence(visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    SealedSession.objects.all().delete()
    response = browser.get("/step/you/name/", follow=True)
    assert "We have no answers from you now" in response.content.decode()
    assert "We have no answers" not in Client().get("/").content.decode()


def strict(browser: Client) -> Client:
    browser.handler.enforce_csrf_checks = True
    return browser


def test_a_stale_token_keeps_what_was_typed(visit: Visit) -> None:
    browser = strict(visit(TWO_PEOPLE))
    data = {"name": "Åsa <Typed>", "csrfmiddlewaretoken": "stale"}
    response = browser.post("/step/you/name/", data)
    html = response.content.decode()
    assert response.status_code == 403 and escape("Åsa <Typed>") in html and "press Continue again" in html
    assert told(browser) == TWO_PEOPLE
    data["csrfmiddlewaretoken"] = _token(html)
    assert browser.post("/step/you/name/", data).status_code == 302
    assert told(browser).petitioner.name == "Åsa <Typed>"


def test_a_visit_that_expired_while_typing_keeps_what_was_typed(visit: Visit) -> None:
    browser = strict(visit(TWO_PEOPLE))
    SealedSession.objects.all().delete()
    response = browser.post("/step/you/name/", {"name": "Åsa", "csrfmiddlewaretoken": "x" * 64})
    html = response.content.decode()
    assert response.status_code == 403 and "Åsa" in html and "had ended" in html
    again = browser.post("/step/you/name/", {"name": "Åsa", "csrfmiddlewaretoken": _token(html)})
    assert again.status_code == 302 and told(browser).petitioner.name == "Åsa"


def test_after_leaving_a_form_sent_again_shows_nothing(visit: Visit) -> None:
    browser = strict(visit(TWO_PEOPLE))
    browser.get("/exit/")
    del browser.cookies[settings.SESSION_COOKIE_NAME]
    response = browser.post("/step/you/name/", {"name": "Åsa", "csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 302 and response["Location"].startswith("/?")


def test_stale_tokens_on_other_pages(visit: Visit) -> None:
    browser = strict(visit(TWO_PEOPLE))
    for address in ("/result/", "/safety/", "/erase/", "/helper/", "/step/what-happened/events-more/"):
        response = browser.post(address, {"csrfmiddlewaretoken": "stale"})
        assert response.status_code == 403 and "not lost" in response.content.decode(), address
    assert told(browser) == TWO_PEOPLE


def test_more_than_a_page_can_take_is_refused_calmly(visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    response = browser.post("/step/you/name/", {"name": "x" * 5_000_000})
    if response.status_code != 200:  # the page itself may name the limit
        assert response.status_code == 400 and "too long" in response.content.decode()
    many = "&".join(f"a{number}=1" for number in range(600))
    response = browser.post("/step/you/name/", many, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 400
    assert told(browser) == TWO_PEOPLE


@pytest.mark.parametrize(
    "body", [b"\xff\xfe\x00", b"name=%ff%fe", b"name=a%00b", b"&&==&", b"name=" + b"\xf0" * 9]
)
def test_broken_bytes_are_no_server_error(visit: Visit, body: bytes) -> None:
    browser = visit(TWO_PEOPLE)
    for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"):
        assert browser.post("/step/you/name/", body, content_type=kind).status_code < 500


# Who sees it, and the helper's view


def test_who_sees_an_answer_comes_from_the_maps() -> None:
    assert audience_of("petitioner.name").who == "served"
    assert audience_of("petitioner.birth_date").who == "clerk"
    assert audience_of("screening.asking_for").who == "you"
    assert audience_of("incidents.7.story").who == "served"
    assert "DV-100, item 5f" in items_of("incidents.0.story")
    assert items_of("incidents.0.story", "cho") == ("CH-100, item 7a(3)", "CH-100, item 7b")
    own = [set(items_of(f"incidents.{entry}.story", "dvro")) for entry in (0, 1, 2, 9)]
    assert all(not one & other for one, other in combinations(own[:3], 2))  # each its own rows
    assert own[0] | own[1] | own[2] <= own[3]  # beyond the last row: all


def test_who_reads_an_answer_depends_on_the_order_asked_for() -> None:
    gender = "protected_people.0.gender"  # DV-100 does not print it, CH-100 item 3a does
    assert (audience_of(gender, "dvro").who, audience_of(gender, "cho").who) == ("clerk", "served")
    assert audience_of("fees.waiver.cash", "cho").who == "court"
    assert str(audience_of("fees.waiver.cash", "cho").words) == "Only the court sees this"


def test_helper_view(visit: Visit) -> None:
    browser = visit(TWO_PEOPLE)
    address = "/step/you/name/"
    assert "DV-100, item 1a" not in browser.get(address).content.decode()
    assert goes_to(browser, "/helper/", back=address) == address
    assert "DV-100, item 1a" in browser.get(address).content.decode()
    assert goes_to(browser, "/helper/", back="//evil.example/") == "/tasks/"
    assert "DV-100, item 1a" not in browser.get(address).content.decode()


def test_the_task_list_says_how_far_each_chapter_is(toy: None, visit: Visit) -> None:
    browser = visit(Case())
    assert browser.get("/tasks/").content.decode().count("Not started") == 3
    goes_to(browser, "/step/three/other/")  # gone through, nothing answered
    goes_to(browser, "/step/two/others/", protect_others="yes")
    html = browser.get("/tasks/").content.decode()
    assert re.findall(r">(Not started|In progress|Done)<", html) == ["Not started", "In progress", "Done"]


def test_the_result_names_its_sources_and_lets_the_person_choose(
    visit: Visit, story: Callable[[str], Case]
) -> None:
    case = story("two_brothers")
    browser = visit(replace(case, screening=replace(case.screening, chosen_path="")))
    html = browser.get("/result/").content.decode()
    assert (
        re.search(r'class="source"[^>]*>[^<]*Code', html)
        and "checked" not in html.split("<form", 1)[1].split("</form>")[0]
    )
    assert goes_to(browser, "/result/", chosen_path="cho").startswith("/step/")
    assert goes_to(browser, "/result/", chosen_path="dvro").startswith("/step/")


def test_every_answer_a_page_can_give_can_be_stored() -> None:
    """A choice the Case does not know would lock its visit."""
    from interview.chapters import CHAPTERS
    from interview.relevance import _parents_first

    for chapter in CHAPTERS:
        for part in chapter.pages:
            for page in part.pages if isinstance(part, Group) else (part,):
                assert set(_parents_first(page.form)) == set(page.form.base_fields)
                for name, field in page.form.base_fields.items():
                    for value in _values(field):
                        several = isinstance(field, forms.MultipleChoiceField)
                        form = page.form({name: [value] if several else value}, case=Case())
                        form.is_valid()
                        if name in form.cleaned_data:
                            form.cleaned_data = {name: form.cleaned_data[name]}
                            from_json(to_json(form.saved_to(Case())))


def _values(field: forms.Field) -> list[str]:
    found = []
    for value, label in getattr(field, "choices", ()):
        found += [one for one, _text in label] if isinstance(label, (list, tuple)) else [value]
    return [value for value in found if value]


def _token(html: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
    assert found
    return found[1]


@pytest.mark.django_db
def test_a_page_that_is_not_there_speaks_of_answers_only_to_who_gave_some(
    client: Client, visit: Callable[[Case], Client]
) -> None:
    """Whoever holds the device next reads it too."""
    assert "not lost" not in client.get("/nowhere/").content.decode()
    assert "not lost" in visit(Case(petitioner=Petitioner(name="Ana"))).get("/nowhere/").content.decode()
