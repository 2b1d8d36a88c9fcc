"""Court fees of a civil harassment request (CH-100 item 13)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import MultiChoice, YesNo
from interview.questions import Chapter, Page, QuestionForm


class FreeOfCharge(QuestionForm):
    at = "fees"
    heading = _("What should be free for you?")
    intro = _(
        "It depends on what {other} did. Check what is true, or leave both empty. The judge reads it with "
        "what you told about {other}, and you sign that it is true."
    )
    why = _(
        "Filing is handing in the papers at the court. Serving is when someone else hands a copy to {other}. "
        "Violence is hitting or another attack. A credible threat is words or acts that would make a "
        "reasonable person fear for their safety. Stalking is following or bothering someone again and "
        "again, with a threat that makes them afraid."
    )
    law = "CH-100, items 13a and 13b; Code Civ. Proc., § 527.6(b), (x), (y)"

    free_of = MultiChoice(
        label=_("There should be no fee for me"),
        choices=[
            (
                "filing",
                _(
                    "To file the papers: {other} used or threatened violence against me, or stalked me, or "
                    "did or said something else that makes me reasonably fear violence"
                ),
            ),
            (
                "service",
                _(
                    "For a sheriff or marshal to serve the papers: I ask because of unlawful violence, a "
                    "credible threat of violence, or stalking"
                ),
            ),
        ],
    )


_STILL_PAID = {
    "filing": _("You checked that filing is free. Having the papers served may still cost money."),
    "service": _("You checked that serving is free. Filing the papers may still cost money."),
}


class WantsWaiver(QuestionForm):
    at = "fees"
    heading = _("Do you want to ask the court to waive its fees?")
    intro = _(
        "To waive means that you do not have to pay. You can ask when you get public benefits, or when your "
        "income is under the court's line. You can also ask when your money is not enough for basic needs "
        "and the fees. It takes a form of its own, FW-001, which you must sign. It is confidential: {other} "
        "does not get it, but sees that you ask."
    )
    why = _(
        "You hand it in together with the other papers. The clerk takes them without a fee while the court "
        "decides. The court may ask you about your money. You may have to pay later: when you cannot show "
        "proof, or when you get more money during the case. It can also be when you settle the case for "
        "$10,000 or more."
    )
    law = "CH-100, item 13c; Gov. Code, §§ 68632, 68633, 68634(c)"

    wants_waiver = YesNo(label=_("Ask the court to waive fees"))

    @property
    def intro_text(self) -> str:
        told = (str(text) for fee, text in _STILL_PAID.items() if fee in self.case.fees.free_of)
        return " ".join((*told, super().intro_text))


FEES = Chapter(
    slug="fees",
    title=_("Court fees"),
    when=conditions.papers_are_cho,
    pages=(
        Page("free", FreeOfCharge),
        Page("waive", WantsWaiver, when=conditions.needs_fee_waiver_question),
    ),
)
