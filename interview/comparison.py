"""The two orders side by side, so that a person chooses with the facts in view. What is said here is law.

Each sentence rests on a rule of rules.toml, which has its numbers and its source.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from interview.questions import Text
from interview.rules import Rule, rule, with_numbers


@dataclass(frozen=True)
class Side:
    """What one of the orders is, does or needs, and the rule that says so."""

    text: Text
    rule: Rule

    @property
    def source(self) -> str:
        return self.rule.source


@dataclass(frozen=True)
class Difference:
    """One thing the two orders are compared by. A side is None while its rule does not hold."""

    subject: Text
    dvro: Side | None
    cho: Side | None


def comparison(day: date) -> tuple[Difference, ...]:
    """The differences between the two orders, by the rules in force that day."""
    return tuple(
        Difference(subject, _side(*dvro, day), _side(*cho, day)) for subject, dvro, cho in _DIFFERENCES
    )


def _side(source: str, text: Text, day: date) -> Side | None:
    found = rule(source)
    return Side(with_numbers(text, found), found) if found.holds_on(day) else None


Said = tuple[str, Text]  # the rule it rests on, what it says

# what is compared, the domestic violence order, the civil harassment order
_DIFFERENCES: tuple[tuple[Text, Said, Said], ...] = (
    (
        _("Who it is for"),
        (
            "related_people",
            _(
                "People with a close tie, now or before. That is being married, partners, dating or "
                "engaged, or having a child together. It is also being close family, or living together as "
                "a household."
            ),
        ),
        (
            "civil_harassment_anyone",
            _(
                "Everyone else. That is for example neighbors, co-workers, roommates, landlords, friends, "
                "people from school or strangers. It is also aunts, uncles or cousins."
            ),
        ),
    ),
    (
        _("What must have happened"),
        (
            "abuse",
            _(
                "Abuse: harm, threats, stalking, harassing, control over your life, or taking away your "
                "peace of mind."
            ),
        ),
        (
            "civil_harassment",
            _(
                "Violence, a believable threat of violence, or stalking. Or more than one act. These acts "
                "seriously alarm or annoy you, have no good reason and cause great distress."
            ),
        ),
    ),
    (
        _("What you must show at the hearing"),
        ("proof", _("That it is more likely than not that it happened.")),
        (
            "civil_proof",
            _(
                "More than that: that it is highly likely that it happened. The law calls this clear and "
                "convincing."
            ),
        ),
    ),
    (
        _("What the judge can order"),
        (
            "orders_dvro",
            _(
                "No contact, no harm, stay away, no guns, care of animals. Also: move out, child custody "
                "and visits, support, who uses property, paying debts, and keeping your phone account."
            ),
        ),
        (
            "civil_harassment_orders",
            _("No contact, no harm, stay away, no guns, care of animals, and other orders you need."),
        ),
    ),
    (
        _("What the judge cannot order"),
        (
            "orders_dvro",
            _(
                "Some orders need more. Custody and child support are for parents. Spousal support is for "
                "people who are married."
            ),
        ),
        (
            "civil_harassment_orders",
            _(
                "Moving out, child custody, visits or support. Who keeps property, paying debts, or "
                "changing a phone account."
            ),
        ),
    ),
    (
        _("How long the order lasts after the hearing"),
        ("order_lasts", _("Up to {most} years. It is {no_date} years when the order has no end date.")),
        ("civil_order_lasts", _("Up to {most} years. It is {no_date} years when the order has no end date.")),
    ),
    (
        _("How long it can be renewed for"),
        ("renewal", _("{years} years or more, or permanently.")),
        ("civil_renewal", _("Up to {years} more years. A second renewal may need new harassment.")),
    ),
    (
        _("Court fees"),
        ("no_fee", _("No fee.")),
        (
            "civil_no_fee",
            _(
                "No fee where the other person used or threatened violence, stalked you, or made you afraid "
                "of violence for good reason. In other cases there is a fee. People with a low income can "
                "ask the court to waive it."
            ),
        ),
    ),
)
