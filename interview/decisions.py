"""Each order one may have asked for, as the judge's decision about it is asked and checked: data only.

Named as the fields of after_hearing.Decided, in the order of the form (DV-130 items 14 to 31, DV-140).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from interview.questions import Text


@dataclass(frozen=True)
class Decidable:
    order: str
    question: Text
    item: str  # of the order form
    section: str
    can_change: bool = True  # the form has details of it, which the judge may set otherwise

    @property
    def law(self) -> str:
        return f"{self.item}; {self.section}"


ABOUT_ORDERS: tuple[Decidable, ...] = (
    Decidable(
        "no_abuse",
        _("What did the judge decide about not hurting or bothering you?"),
        "DV-130, item 14",
        "Fam. Code, § 6320",
        can_change=False,
    ),
    Decidable(
        "no_contact",
        _("What did the judge decide about not contacting you?"),
        "DV-130, item 15",
        "Fam. Code, § 6320",
    ),
    Decidable(
        "stay_away",
        _("What did the judge decide about staying away?"),
        "DV-130, item 16",
        "Fam. Code, § 6320",
    ),
    Decidable(
        "move_out", _("What did the judge decide about moving out?"), "DV-130, item 17", "Fam. Code, § 6340"
    ),
    Decidable(
        "other_orders",
        _("What did the judge decide about the other orders you wanted?"),
        "DV-130, item 18",
        "Fam. Code, § 6340",
    ),
    Decidable(
        "animals", _("What did the judge decide about the animals?"), "DV-130, item 20", "Fam. Code, § 6320"
    ),
    Decidable(
        "property",
        _("What did the judge decide about the things you need?"),
        "DV-130, item 21",
        "Fam. Code, § 6324",
    ),
    Decidable(
        "insurance", _("What did the judge decide about insurance?"), "DV-130, item 22", "Fam. Code, § 6325.5"
    ),
    Decidable(
        "record",
        _("What did the judge decide about recording calls and messages?"),
        "DV-130, item 23",
        "Pen. Code, § 633.6",
        can_change=False,
    ),
    Decidable(
        "property_restraint",
        _("What did the judge decide about not selling or hiding what you own?"),
        "DV-130, item 24",
        "Fam. Code, § 6325",
    ),
    Decidable(
        "pay_debts", _("What did the judge decide about bills?"), "DV-130, item 25", "Fam. Code, § 6324"
    ),
    Decidable(
        "pay_expenses",
        _("What did the judge decide about the costs {other} caused?"),
        "DV-130, item 26",
        "Fam. Code, § 6342",
    ),
    Decidable(
        "child_support",
        _("What did the judge decide about child support?"),
        "DV-130, item 27",
        "Fam. Code, § 6341",
        can_change=False,
    ),
    Decidable(
        "spousal_support",
        _("What did the judge decide about spousal or partner support?"),
        "DV-130, item 28",
        "Fam. Code, § 6341",
        can_change=False,
    ),
    Decidable(
        "lawyer_fees",
        _("What did the judge decide about your lawyer's fees and costs?"),
        "DV-130, item 29",
        "Fam. Code, § 6344",
        can_change=False,
    ),
    Decidable(
        "batterer_program",
        _("What did the judge decide about the 52-week program?"),
        "DV-130, item 30",
        "Fam. Code, § 6343",
        can_change=False,
    ),
    Decidable(
        "phone_transfer",
        _("What did the judge decide about the phone numbers?"),
        "DV-130, item 31",
        "Fam. Code, § 6347",
        can_change=False,
    ),
)
ABOUT_CHILDREN: tuple[Decidable, ...] = (
    Decidable(
        "travel",
        _("What did the judge decide about travel with the children?"),
        "DV-140, item 4",
        "Fam. Code, § 6323",
    ),
    Decidable(
        "records",
        _("What did the judge decide about the children's records?"),
        "DV-140, item 5",
        "Fam. Code, § 6323.5",
    ),
    Decidable(
        "abduction",
        _("What did the judge decide about keeping the children from being taken away?"),
        "DV-140, item 6; DV-145",
        "Fam. Code, § 3048",
    ),
    Decidable(
        "custody",
        _("What did the judge decide about custody of the children?"),
        "DV-140, item 7",
        "Fam. Code, §§ 6323, 6340",
    ),
    Decidable(
        "visits",
        _("What did the judge decide about visits with the children?"),
        "DV-140, items 8 to 13",
        "Fam. Code, §§ 3100, 6323",
    ),
)
DECIDABLE: dict[str, Decidable] = {one.order: one for one in (*ABOUT_ORDERS, *ABOUT_CHILDREN)}
