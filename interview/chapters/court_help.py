"""Help at court: an interpreter (INT-300), and help because of a disability (MC-410)."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import Choice, ShortText, Story, YesNo
from interview.questions import Chapter, Page, QuestionForm

INTERPRETER = "INT-300; Evid. Code, § 756"
ACCOMMODATION = "MC-410; Cal. Rules of Court, rule 1.100"


class HelpWanted(QuestionForm):
    at = "court_help"
    heading = _("Do you need help to understand or to take part at court?")
    intro = _(
        "It can be an interpreter, for you or for a witness. It can be help because of a disability. Both "
        "are free."
    )
    why = _("The court can get help ready when you ask early.")
    law = "INT-300; MC-410"

    wanted = YesNo(label=_("Help is needed at court"))


class Interpreter(QuestionForm):
    at = "court_help"
    heading = _("Do you want an interpreter at court?")
    intro = _("The court gives you one for free. Ask as early as you can.")
    why = _("The hearing is in English. An interpreter tells you what is said, and the judge what you say.")
    law = INTERPRETER

    wants_interpreter = YesNo(label=_("I want an interpreter"))

    @property
    def intro_text(self) -> str:
        if self.case.petitioner.speaks_english != "no":
            return super().intro_text
        told = gettext("You told us that you do not speak English.")
        if language := self.case.petitioner.language:
            told = gettext("You told us that you speak {language}.").replace("{language}", language)
        return f"{told} {super().intro_text}"


class InterpreterLanguage(QuestionForm):
    at = "court_help"
    heading = _("Which language do you want at court?")
    law = "INT-300, item 3"
    follow_ups = {"language_other": "language=other", "town_of_origin": "language=other"}

    language = Choice(
        label=_("Language"),
        choices=[
            ("spanish", _("Spanish (español)")),
            ("vietnamese", _("Vietnamese (Tiếng Việt)")),
            ("korean", _("Korean (한국어)")),
            ("mandarin", _("Mandarin (普通话)")),
            ("cantonese", _("Cantonese (广东话)")),
            ("farsi", _("Farsi or Persian (فارسی)")),
            ("russian", _("Russian (русский)")),
            ("tagalog", _("Tagalog")),
            ("arabic", _("Arabic (العربية)")),
            ("punjabi", _("Punjabi (ਪੰਜਾਬੀ)")),
            ("other", _("Another language")),
        ],
    )
    language_other = ShortText(label=_("Which other language?"))
    town_of_origin = ShortText(
        label=_("Which town are you from?"),
        help_text=_("Only for an indigenous language, such as Mixteco. Leave it empty for all others."),
    )

    @property
    def intro_text(self) -> str:
        if not (language := self.case.petitioner.language):
            return ""
        return gettext("You told us that you speak {language}.").replace("{language}", language)


class WitnessInterpreter(QuestionForm):
    at = "court_help"
    heading = _("Does a witness need an interpreter?")
    intro = _(
        "A witness is someone who tells the judge what they saw or heard. The form has room for one. For "
        "each other witness, ask the clerk for one more INT-300."
    )
    law = "INT-300, item 4"
    follow_ups = {"witness_language": "witness_needs_interpreter=yes"}

    witness_needs_interpreter = YesNo(label=_("A witness needs an interpreter"))
    witness_language = ShortText(label=_("Which language does the witness speak?"))


class Accommodation(QuestionForm):
    at = "court_help"
    heading = _("Do you need help at court because of a disability?")
    intro = _(
        "For example a sign language interpreter, a device to hear better, or a way in without stairs. Ask "
        "five court days before the hearing, or earlier."
    )
    why = _("The court reads this. It stays private.")
    law = ACCOMMODATION

    wants_accommodation = YesNo(label=_("I need help because of a disability"))


class AccommodationDetails(QuestionForm):
    at = "court_help"
    heading = _("What help do you need, and why?")
    intro = _("A few words are enough. You do not have to name an illness.")
    law = "MC-410, items 4 and 5"

    accommodation = Story(label=_("What do you need at court?"), rows=3)
    accommodation_why = Story(label=_("Why does it help you there?"), rows=3)


COURT_HELP = Chapter(
    slug="at-court",
    title=_("Help at court"),
    when=conditions.may_go_to_court,
    pages=(
        Page("help", HelpWanted),
        Page("speaking", Interpreter, when=conditions.wants_court_help),
        Page("language", InterpreterLanguage, when=conditions.wants_interpreter),
        Page("others", WitnessInterpreter, when=conditions.wants_court_help),
        Page("needs", Accommodation, when=conditions.wants_court_help),
        Page("details", AccommodationDetails, when=conditions.wants_accommodation),
    ),
)
