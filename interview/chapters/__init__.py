"""The table of contents: every chapter of the interview, in the order it is asked."""

from __future__ import annotations

from interview.chapters.care import CARE
from interview.chapters.cases import CASES
from interview.chapters.children import CHILDREN
from interview.chapters.court import COURT
from interview.chapters.court_help import COURT_HELP
from interview.chapters.fees import FEES
from interview.chapters.items import ITEMS
from interview.chapters.keep import KEEP
from interview.chapters.money_in import MONEY_IN
from interview.chapters.money_out import MONEY_OUT
from interview.chapters.names import NAMES
from interview.chapters.new_date import NEW_DATE
from interview.chapters.order_walk import ORDER_WALK
from interview.chapters.orders_later import ORDERS_LATER
from interview.chapters.orders_now import ORDERS_NOW
from interview.chapters.other_person import OTHER_PERSON
from interview.chapters.outcome import OUTCOME
from interview.chapters.people import PEOPLE
from interview.chapters.renewal import RENEWAL
from interview.chapters.screening import SCREENING
from interview.chapters.service import SERVICE
from interview.chapters.ties import TIES
from interview.chapters.time import TIME
from interview.chapters.waiver import WAIVER
from interview.chapters.what_happened import WHAT_HAPPENED
from interview.chapters.words import WORDS
from interview.chapters.you import YOU
from interview.questions import Chapter

CHAPTERS: tuple[Chapter, ...] = (
    SCREENING,  # "first": who needs protection, the relationship, which order fits
    YOU,
    OTHER_PERSON,
    TIES,  # children together
    CASES,  # other orders and court cases
    WHAT_HAPPENED,
    PEOPLE,  # others to protect
    ITEMS,  # guns and body armor
    ORDERS_NOW,
    ORDERS_LATER,  # orders at the hearing
    CHILDREN,  # who they are, where they live, other cases about them
    CARE,  # custody, records and travel
    TIME,  # the other parent's time with the children
    KEEP,  # orders against taking the children away
    NAMES,  # keeping a child's information private
    MONEY_IN,  # the form about money, of who asks for support: what comes in
    MONEY_OUT,  # what is paid and owned; the children's costs
    FEES,  # court fees of a civil harassment request
    WAIVER,  # asking the court to waive them
    WORDS,  # more to tell the judge, and what witnesses write down
    COURT,
    COURT_HELP,  # an interpreter, or help because of a disability
    SERVICE,  # who hands the papers to the other person
    NEW_DATE,  # another date for the hearing, or none
    OUTCOME,  # what came of it
    ORDER_WALK,  # the order form, of those whom the court told to prepare it
    RENEWAL,  # asking for the order once more, before it ends
)
