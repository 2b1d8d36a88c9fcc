"""Who of the people told of before may live, and who lives, with the petitioner (FL-150 item 12)."""

from __future__ import annotations

from interview.case import Case


def housemates_offered(case: Case) -> list[tuple[str, str]]:
    """(key, name) of the children, and of the people to protect who were not said to live elsewhere.

    A child who is to be protected too was told twice, and is offered once.
    """
    offered = [(child.key, child.name) for child in case.children if child.key and child.name]
    names = {name.casefold() for _key, name in offered}
    return offered + [
        (person.key, person.name)
        for person in case.protected_people
        if person.key and person.name and person.lives_with_you != "no"
        if person.name.casefold() not in names
    ]


def adults_at_home(case: Case) -> list[tuple[str, str]]:
    """(key, name) of the people to protect who live with the petitioner and may have income.

    Somebody of unknown age may be one of them.
    """
    return [
        (person.key, person.name)
        for person in case.protected_people
        if person.key in case.finances.household_known and person.name
        if person.age is None or person.age >= _GROWN_UP
    ]


_GROWN_UP = 18
