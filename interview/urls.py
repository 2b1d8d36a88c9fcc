"""The site's addresses. They stay in a browser's history: none names anyone or says what it is about."""

from __future__ import annotations

from django.urls import path

from interview.views import (
    failures,
    handing_files,
    helping,
    keeping,
    language,
    leaving,
    own_words,
    pages,
    papers,
    picturing,
    questions,
)

urlpatterns = [
    path("", pages.start, name="start"),
    path("safety/", pages.safety, name="safety"),
    path("tasks/", pages.tasks, name="tasks"),
    path("step/<slug:chapter>/<slug:step>/", questions.step, name="step"),
    path("result/", pages.result, name="result"),
    path("review/", papers.review, name="review"),
    path("review/words/", own_words.words, name="words"),
    path("packet/", papers.packet, name="packet"),
    path("packet/download/", papers.download, name="download"),
    path("packet/hand-in/", papers.hand_in, name="hand-in"),
    path("packet/hand-over/", papers.hand_over, name="hand-over"),
    path("packet/<int:number>/", papers.one_form, name="one-form"),
    path("plan/", papers.plan, name="plan"),
    path("plan/print/", papers.print_plan, name="print-plan"),
    path("plan/dates/", papers.dates, name="dates"),
    path("helper/", pages.helper, name="helper"),
    path("helper/all/", helping.desk, name="helper-desk"),
    path("helper/new/", helping.new_client, name="new-client"),
    path("helper/file/", handing_files.export, name="export"),
    path("helper/open/", handing_files.take_in, name="import"),
    path("helper/read-back/", helping.read_back, name="read-back"),
    path("helper/picture/<int:form>/<str:revision>/<int:number>.png", picturing.picture, name="picture"),
    path("helper/<slug:chapter>/", helping.chapter, name="helper-chapter"),
    path("language/", language.change, name="language"),
    path("more-time/", leaving.more_time, name="more-time"),
    path("exit/", leaving.leave, name="exit"),
    path("erase/", leaving.erase, name="erase"),
    path("keep/", keeping.keep, name="keep"),
    path("return/", keeping.come_back, name="return"),
    path("forget/", keeping.forget, name="forget"),
]
handler404 = failures.not_found
handler400 = failures.bad_request
handler403 = failures.forbidden
handler500 = failures.server_error
