"""Pages travel compressed only where nobody else can have put letters into them."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from interview.case import Case
from tests.stories_on_disk import story

Visit = Callable[[Case], Client]
ACCEPTS: dict[str, Any] = {"HTTP_ACCEPT_ENCODING": "gzip"}


@pytest.fixture
def client(visit: Visit) -> Client:
    return visit(story("mother_of_three"))


def test_a_long_page_is_a_fraction(client: Client) -> None:
    plain, packed = client.get("/review/"), client.get("/review/", **ACCEPTS)
    assert packed["Content-Encoding"] == "gzip" and "Accept-Encoding" in packed["Vary"]
    assert len(packed.content) * 4 < len(plain.content)
    assert b"</html>" in gzip.decompress(packed.content)


def test_its_size_says_nothing_exact(client: Client) -> None:
    """Django pads by some bytes at random."""
    sizes = {len(client.get("/review/", **ACCEPTS).content) for _time in range(30)}
    assert len(sizes) > 3


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/step/you/name/?next=guess", {}),
        ("/step/you/name/?q=Maria", {}),
        ("/step/you/name/?next=review&q=Maria", {}),
        ("/step/you/name/", {"HTTP_SEC_FETCH_SITE": "cross-site"}),
    ],
)
def test_a_page_others_may_have_put_letters_into_is_not_compressed(
    client: Client, address: str, headers: dict[str, Any]
) -> None:
    answer = client.get(address, **ACCEPTS, **headers)
    assert answer.status_code == 200 and "Content-Encoding" not in answer


@pytest.mark.parametrize("address", ["/step/you/name/", "/step/you/name/?next=review", "/?ended=1"])
def test_our_own_links_are(client: Client, address: str) -> None:
    assert client.get(address, **ACCEPTS)["Content-Encoding"] == "gzip"


def test_what_is_posted_and_given_back_is_not(client: Client) -> None:
    answer = client.post("/step/you/name/", {"name": "\x07"}, **ACCEPTS)
    assert answer.status_code == 200 and "Content-Encoding" not in answer


def test_a_pdf_is_not(client: Client, settings: Any, forms_dir: Any) -> None:
    settings.FORMS_DIR = forms_dir
    client.get("/review/")
    answer = client.get("/packet/download/", **ACCEPTS)
    assert answer["Content-Type"] == "application/pdf" and "Content-Encoding" not in answer
