"""You: the person asking for protection (DV-100 item 1, CH-100 item 1, CLETS-001 items 2 and 3)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import (
    RATHER_NOT,
    Choice,
    Email,
    PersonName,
    Phone,
    ShortText,
    State,
    UsDate,
    YesNo,
    Zip,
)
from interview.questions import Chapter, Page, QuestionForm

GENDERS = [("female", _("Female")), ("male", _("Male")), ("nonbinary", _("Nonbinary")), RATHER_NOT]


class Name(QuestionForm):
    at = "petitioner"
    heading = _("What is your full name?")
    why = _("The court's papers and the order carry this name. A name on your ID is easiest for police.")
    law = "DV-100, item 1a; Fam. Code, § 6300(c)"
    civil_law = "CH-100, item 1a; CH-109, item 1; CH-110, item 1; Code Civ. Proc., § 527.6(a)"

    name = PersonName(
        label=_("Full name"),
        required=True,
        error_messages={"required": _("Enter your full name. The court cannot take the papers without it.")},
    )

    @property
    def heading_text(self) -> str:
        if self._for_someone_else:
            return str(_("What is the full name of the person who needs protection?"))
        return super().heading_text

    @property
    def intro_text(self) -> str:
        if self._for_someone_else:
            return str(_("From here on, “you” means the person who needs protection."))
        return super().intro_text

    @property
    def _for_someone_else(self) -> bool:
        return self.case.screening.asking_for in ("child", "dependent_adult")


class Description(QuestionForm):
    at = "petitioner"
    heading = _("What is your gender and race?")
    why = _("The police database needs your gender to hold the order. Race helps and can be left empty.")
    law = "CLETS-001, item 3; Cal. Rules of Court, rule 1.51"

    gender = Choice(label=_("Gender"), choices=GENDERS)
    race = ShortText(label=_("Race"), help_text=_("In your own words. You can leave this empty."))


class BirthDate(QuestionForm):
    at = "petitioner"
    heading = _("What is your date of birth?")
    intro = _(
        "This goes only to the court and police. It decides how far your order can be seen. An order goes "
        "into California's police database. With your date of birth it goes into the federal one too. "
        "Without it, the order can be harder to enforce outside California."
    )
    why = _("You choose. The court takes the papers with or without it.")
    law = "CLETS-001, item 3; Cal. Rules of Court, rule 1.51"

    birth_date = UsDate(
        label=_("Date of birth"),
        past=True,
        help_text=_("Month, day and year, for example 3/5/1990. You can leave this empty."),
    )


class Language(QuestionForm):
    at = "petitioner"
    heading = _("Do you speak English?")
    why = _("Police who come to help will know which language you speak. Court interpreters are free.")
    law = "CLETS-001, item 3"
    follow_ups = {"language": "speaks_english=no"}

    speaks_english = YesNo(label=_("I speak English"))
    language = ShortText(label=_("Which language do you speak?"))


class MailingAddress(QuestionForm):
    at = "petitioner"
    paths = {
        "street": "mailing_address.street",
        "city": "mailing_address.city",
        "state": "mailing_address.state",
        "zip": "mailing_address.zip",
    }
    heading = _("Where can you get mail from the court?")
    intro = _(
        "{other} will see this address. It does not have to be your home. You can use a P.O. box, a Safe at "
        "Home address, your lawyer's address, or the address of someone who said yes. Check mail there often."
    )
    why = _(
        "The court and {other} send court dates and papers to this address. Safe at Home is a free state "
        "program that gives you an address to use in place of your own: call (877) 322-5227."
    )
    law = "DV-100, item 1c; Gov. Code, § 6205 et seq."
    civil_law = "CH-100, item 1b; CH-109, item 1; CH-110, item 1; Gov. Code, § 6205 et seq."

    street = ShortText(label=_("Street address or P.O. box"))
    city = ShortText(label=_("City"))
    state = State(label=_("State"))
    zip = Zip(label=_("ZIP code"))
    mailing_is_home = YesNo(
        label=_("Is this where you live?"),
        help_text=_("This answer is not printed. It lets us remind you who will see the address."),
    )


class Contact(QuestionForm):
    at = "petitioner"
    heading = _("Is there a safe way for the court to reach you?")
    intro = _("{other} will see what you write here. You can leave all of it empty.")
    why = _("The court could use this to tell you about your case. Use only what is safe for you.")
    law = "DV-100, item 1d"
    civil_law = "CH-100, item 1b; CH-109, item 1; CH-110, item 1"

    telephone = Phone(label=_("Phone"))
    email = Email(label=_("Email"))
    fax = Phone(label=_("Fax"))


class PrivatePhone(QuestionForm):
    at = "petitioner"
    heading = _("Which phone number can the police use?")
    intro = _("This goes only to the court and police. {other} does not see it.")
    why = _("Police may call you, for example when the order has been given to {other}.")
    law = "CLETS-001, item 3; Cal. Rules of Court, rule 1.51"

    private_telephone = Phone(label=_("Phone for the police"), help_text=_("You can leave this empty."))


class HasLawyer(QuestionForm):
    at = "petitioner"
    heading = _("Do you have a lawyer for this case?")
    intro = _("You do not need one to ask for an order.")
    law = "DV-100, item 1e"
    civil_law = "CH-100, item 1a; Code Civ. Proc., § 527.6(k)"

    has_lawyer = YesNo(label=_("I have a lawyer"))


class LawyerDetails(QuestionForm):
    at = "petitioner.lawyer"
    heading = _("Who is your lawyer?")
    intro = _("You can use the lawyer's address, phone and email as your own on the pages before this one.")
    law = "DV-100, items 1e and 34"
    civil_law = "CH-100, items 1a and 17; CM-010"

    name = PersonName(label=_("Lawyer's name"))
    bar_number = ShortText(label=_("State Bar number"))
    firm = ShortText(label=_("Law firm or office"))


YOU = Chapter(
    slug="you",
    title=_("You"),
    pages=(
        Page("name", Name),
        Page("description", Description),
        Page("birth-date", BirthDate),
        Page("language", Language),
        Page("mail", MailingAddress),
        Page("contact", Contact),
        Page("phone", PrivatePhone),
        Page("lawyer", HasLawyer),
        Page("lawyer-details", LawyerDetails, when=conditions.has_lawyer),
    ),
)
