"""Where on its road a Case is, and which papers that calls for: a part of case.py.

Before the hearing the request is served; at it the order is brought; after it the order may be served or
mailed, and in its last months asked for once more.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from interview.after_hearing import AfterHearing, Outcome, Way
from interview.renewal import Renewal, end_without_a_date, may_be_renewed
from interview.rules import copies_wanted, county

if TYPE_CHECKING:
    from interview.case import Court
    from interview.continuance import Continuance
    from interview.hearing import Hearing
    from interview.requests import Requests
    from interview.service import Service


class Stages:
    """Facts of a Case that follow from how far it has come."""

    if TYPE_CHECKING:
        court: Court
        requests: Requests
        hearing: Hearing
        continuance: Continuance
        after: AfterHearing
        renewal: Renewal
        service: Service

        @property
        def asks_for_dvro(self) -> bool: ...

        @property
        def asks_for_cho(self) -> bool: ...

    @cached_property
    def hearing_is_over(self) -> bool:
        return self.hearing.is_over

    @property
    def outcome(self) -> Outcome:
        """What came of the hearing, once it is over."""
        return self.after.outcome if self.hearing_is_over else ""

    @property
    def had_no_temporary_order(self) -> bool:
        """The judge made none before the hearing, or (CH-100 item 11) was not asked for one."""
        return not self.may_have_first_order

    @property
    def may_have_first_order(self) -> bool:
        """Whether the judge may have made a temporary order (DV-109 and CH-109, item 4)."""
        asked = self.asks_for_dvro or self.requests.asks_orders_now
        return asked and self.hearing.order_made != "no"

    @property
    def way_to_serve_order(self) -> Way:
        """How the order made at the hearing reaches the other person.

        Where no order came before it, in person only (DV-130 item 32b(2); CH-130 item 17b(1)).
        """
        if not self.hearing_is_over:
            return ""
        if self.after.was_made_without_respondent and self.had_no_temporary_order:
            return "in_person"
        return self.after.way_to_serve

    @property
    def serves_request(self) -> bool:
        """The papers handed over are those of the request: before a hearing that is not cancelled."""
        return not self.hearing_is_over and not self.cancels_hearing

    @property
    def serves_order(self) -> bool:
        """The paper handed over is the order made at the hearing."""
        return self.way_to_serve_order == "in_person" and not self.has_later_order

    @property
    def serves_renewal(self) -> bool:
        """The papers handed over are those that ask for the order once more."""
        return self.renews_order

    @property
    def serves_something(self) -> bool:
        """Whether there are papers that someone must hand to the other person."""
        return self.serves_request or self.serves_order or self.serves_renewal

    @property
    def serves_request_with_dvro(self) -> bool:
        return self.asks_for_dvro and self.serves_request

    @property
    def serves_request_with_cho(self) -> bool:
        return self.asks_for_cho and self.serves_request

    @property
    def serves_first_order(self) -> bool:
        """The temporary order (DV-110, CH-110) is among the papers handed over."""
        return self.serves_request and self.hearing.order_made == "yes"

    @property
    def serves_made_order(self) -> bool:
        """The order after hearing is among the papers handed over: by itself, or with DV-700 or CH-700.

        An order that was renewed before is another form (DV-730, CH-730).
        """
        renewed_first = self.serves_renewal and self.renewal.renewed_before != "yes"
        return self.serves_order or renewed_first

    @property
    def serves_receipt_for_guns(self) -> bool:
        """A blank CH-800 is among them: with the request, and with the order (CH-130 item 8c)."""
        return self.serves_request or self.serves_order

    @property
    def asks_sheriff(self) -> bool:
        """SER-001."""
        return self.service.by_sheriff == "yes" and self.serves_something

    @property
    def proves_service(self) -> bool:
        """DV-200 or CH-200: someone else than the sheriff serves, or the papers are back from the court.

        A hearing that is cancelled needs no service (DV-112).
        """
        back = self.service.by_sheriff == "no" or self.hearing.is_set == "yes"
        return back and self.serves_something

    @property
    def proves_service_with_dvro(self) -> bool:
        return self.asks_for_dvro and self.proves_service

    @property
    def proves_service_with_cho(self) -> bool:
        return self.asks_for_cho and self.proves_service

    @cached_property
    def may_change_hearing(self) -> bool:
        """DV-115 and DV-112: there will be a hearing, with domestic violence papers."""
        return self.asks_for_dvro and self.hearing.is_set == "yes" and not self.hearing_is_over

    @property
    def asks_for_new_date(self) -> bool:
        """DV-115, and DV-116 with it."""
        return self.may_change_hearing and self.continuance.wanted == "yes"

    @property
    def cancels_hearing(self) -> bool:
        """DV-112, which is only for who was denied temporary orders, all or some."""
        denied = self.may_change_hearing and self.hearing.first_orders_denied
        return denied and self.continuance.waive_hearing == "yes"

    @property
    def mails_order(self) -> bool:
        """The order made at the hearing can be mailed."""
        return self.way_to_serve_order == "mail" and not self.has_later_order

    @property
    def proves_mailing_with_dvro(self) -> bool:
        """DV-250: the order can be mailed."""
        return self.asks_for_dvro and self.mails_order

    @property
    def proves_mailing_with_cho(self) -> bool:
        """CH-250: the order can be mailed."""
        return self.asks_for_cho and self.mails_order

    @cached_property
    def prepares_order(self) -> bool:
        """DV-130, DV-140 and DV-145: the court told the person to prepare the order for the judge.

        The one condition under which blanks of the court are filled there: before the hearing with the
        orders asked for, after it with those the judge made.
        """
        done = self.cancels_hearing or self.was_renewed
        may_be_made = not done and (not self.hearing_is_over or self.may_have_order)
        return self.asks_for_dvro and self.after.court_wants_order == "yes" and may_be_made

    @property
    def may_have_order(self) -> bool:
        """The hearing is over, and the judge made an order or may still make one."""
        return self.outcome in ("granted", "later")

    @property
    def brings_order(self) -> bool:
        """DV-130 or CH-130: to the hearing; after it only who was told to prepare the order."""
        before = not self.hearing_is_over and not self.cancels_hearing
        told_to = self.may_have_order and self.after.court_wants_order == "yes"
        return before or (told_to and not self.was_renewed)

    @property
    def copies_wanted(self) -> int:
        """Copies of each paper beside the original, in the county's court (counties.toml)."""
        return copies_wanted(county(self.court.county, civil=self.asks_for_cho))

    @property
    def request_is_done(self) -> bool:
        """The papers of the request have done their work: the hearing is over, or is cancelled (DV-112)."""
        return self.hearing_is_over or self.cancels_hearing

    @property
    def request_is_filed(self) -> bool:
        """The court has the request: the papers came back with the date of a hearing."""
        return self.hearing.is_set == "yes"

    @property
    def order_is_filed(self) -> bool:
        """DV-130 or CH-130 went to the court with the request, and nobody was told to prepare another."""
        with_request = self.request_is_filed and self.order_goes_with_request
        return with_request and self.after.court_wants_order != "yes"

    @property
    def no_order_to_sign(self) -> bool:
        """DV-130, DV-140, DV-145, CH-130: the hearing is cancelled, or a later order comes or came."""
        return self.cancels_hearing or self.has_later_order

    @property
    def order_goes_with_request(self) -> bool:
        """Whether the county's court has asked for DV-130 or CH-130 with the first papers (counties.toml)."""
        local = county(self.court.county, civil=self.asks_for_cho)
        number = "CH-130" if self.asks_for_cho else "DV-130"
        return local is not None and any(form.split()[0] == number for form in local.forms)

    @property
    def brings_order_with_dvro(self) -> bool:
        return self.asks_for_dvro and self.brings_order

    @property
    def brings_order_with_cho(self) -> bool:
        return self.asks_for_cho and self.brings_order

    @property
    def renews_order(self) -> bool:
        """Not before the months in which it can be asked: until then a new order is still to be served."""
        asks = self.outcome == "granted" and self.renewal.wanted == "yes"
        end = self.order_ends_on
        if end is None and self.renewal.renewed_before != "yes":
            end = self.end_without_a_date
        return asks and may_be_renewed(end, civil=self.asks_for_cho)

    @property
    def end_without_a_date(self) -> date | None:
        """When the order made at the hearing ends, where no day is written on it."""
        return end_without_a_date(self.hearing.date, civil=self.asks_for_cho)

    @property
    def was_renewed(self) -> bool:
        """The order in effect is the one that renewed it last (DV-730, CH-730), made and served long ago."""
        wants = self.outcome == "granted" and self.renewal.wanted == "yes"
        return wants and self.renewal.renewed_before == "yes"

    @property
    def has_later_order(self) -> bool:
        """The order made at the hearing is done with: it is being renewed, or was before."""
        return self.renews_order or self.was_renewed

    @property
    def order_ends_on(self) -> date | None:
        """DV-700 and CH-700 item 3a. An order that was renewed ends on another day than it first said."""
        if self.renewal.ends_on or self.renewal.renewed_before == "yes":
            return self.renewal.ends_on
        return self.after.ends_on

    @property
    def renews_order_with_dvro(self) -> bool:
        return self.asks_for_dvro and self.renews_order

    @property
    def renews_order_with_cho(self) -> bool:
        return self.asks_for_cho and self.renews_order
