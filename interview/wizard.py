"""Runs any chapter, page by page, on formtools' wizard. Knows no question by name."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from formtools.wizard.views import NamedUrlSessionWizardView, StepsHelper

from interview import language
from interview.answers import remove_entry
from interview.case import Case
from interview.conduct import Path
from interview.in_english import offer_own_words
from interview.questions import Chapter, Group, QuestionForm, Step
from interview.reading_back import entries_of
from interview.steps import (
    REVIEW,
    after_chapter,
    another_text,
    chapter_number,
    entry_title,
    is_asked,
    is_unanswered,
    nearest,
    new_entry_slug,
    start_of,
    step_url,
    steps_around,
)
from interview.storage import CaseStorage, case_of, mark_posted, raw_case, save_case


class AnotherForm(QuestionForm):
    """Whether the list of a group has one more entry. Leaves no answer of its own."""

    another = forms.ChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose Yes to add one more, or No to go on.")},
    )

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        self.fields["another"].label = self.heading_text

    @classmethod
    def case_paths(cls, index: int = 0) -> dict[str, str]:
        return {}

    @property
    def heading_text(self) -> str:
        return another_text(self.group, self.case)


class ChapterWizard(NamedUrlSessionWizardView):
    """One request to one page of one chapter. `steps_here` are made for it by `run`."""

    storage_name = "interview.storage.CaseStorage"
    template_name = "question.html"
    http_method_names: ClassVar[list[str]] = ["get", "head", "post"]
    chapter: Chapter | None = None
    steps_here: list[Step] | None = None
    notice = ""  # said above the page
    path_before: Path = ""  # the order the papers were for before this answer

    @property
    def _chapter(self) -> Chapter:
        assert self.chapter is not None
        return self.chapter

    @property
    def step(self) -> Step:
        assert self.steps_here is not None
        return next(step for step in self.steps_here if step.slug == self.steps.current)

    def get_form_prefix(self, step: str | None = None, form: Any = None) -> None:
        """One form to a page: its fields are named as on the form."""
        return None

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        kwargs: dict[str, Any] = {"case": raw_case(self.request), "index": self.step.index}
        return kwargs if self.step.form else kwargs | {"group": self.step.group}

    def get_form(self, *args: Any, **kwargs: Any) -> QuestionForm:
        form: QuestionForm = super().get_form(*args, **kwargs)
        offer_own_words(form)
        return form

    def get_template_names(self) -> list[str]:
        return [self.template_name if self.step.form else "entries.html"]

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.step.form is None and (removed := self.request.POST.get("remove")) is not None:
            return self._remove(removed)
        data = self.request.POST.copy()
        data.pop("wizard_goto_step", None)  # it would throw away what was typed; Back is a link
        data[f"{self.prefix}-current_step"] = self.step.slug  # the address says which page this is
        self.request.POST = data
        if language.is_only_language(self.request):
            shown: HttpResponse = self.render(language.as_typed(self.get_form(data=data)))
            return shown
        self.path_before = case_of(self.request).path
        response: HttpResponse = super().post(*args, **kwargs)
        return response

    def show_typed(self) -> HttpResponse:
        """The page with what was posted, not saved."""
        self.prefix = self.get_prefix(self.request)
        self.storage = CaseStorage(self.prefix, self.request)
        self.steps = StepsHelper(self)
        response: HttpResponse = self.render(self.get_form(data=self.request.POST))
        return response

    def process_step(self, form: QuestionForm) -> QuestionForm:
        """What the storage is given: the form, which knows where its answers go."""
        return form

    def render_next_step(self, form: QuestionForm, **kwargs: Any) -> HttpResponse:
        return self._go_on(form)

    def render_done(self, form: QuestionForm, **kwargs: Any) -> HttpResponse:
        return self._go_on(form)

    def _remove(self, number: str) -> HttpResponse:
        group = self.step.group
        assert group is not None
        if number.isdecimal() and len(number) < 6:
            save_case(self.request, remove_entry(raw_case(self.request), group.path, int(number)))
        return redirect(self.request.get_full_path())

    def _go_on(self, form: QuestionForm) -> HttpResponse:
        """The answers are saved: to the next page they lead to."""
        mark_posted(self.request, self._chapter.slug, self.step.slug)
        case = case_of(self.request)
        then = _then(self.request)
        group = self.step.group
        if self.step.form is None and group and form.cleaned_data["another"] == "yes":
            return redirect(step_url(self._chapter, new_entry_slug(group, case), then))
        following = self._following(case)
        if then == REVIEW and not (following and self._belongs_here(following, case)):
            same_order = case.path == self.path_before
            return redirect("review" if same_order else f"{reverse('result')}?next={REVIEW}")
        if following:
            return redirect(step_url(self._chapter, following.slug, then))
        return redirect(after_chapter(self._chapter, case))

    def _following(self, case: Case) -> Step | None:
        steps = steps_around(self._chapter, case, self.step.slug)
        here = next(number for number, step in enumerate(steps) if step.slug == self.step.slug)
        return steps[here + 1] if here + 1 < len(steps) else None

    def _belongs_here(self, following: Step, case: Case) -> bool:
        """On the way back to the review: a page not yet answered that this answer has opened."""
        assert self.steps_here is not None
        opened = following.slug not in {step.slug for step in self.steps_here}
        same_entry = following.group is not None and following.group == self.step.group
        same_entry = same_entry and following.index == self.step.index and self.step.form is not None
        return following.form is not None and (opened or (same_entry and is_unanswered(following, case)))

    def get_context_data(self, form: QuestionForm, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(form=form, **kwargs)
        case, step = case_of(self.request), self.step
        assert self.steps_here is not None
        return context | {
            "chapter": self._chapter,
            "step": step,
            "case": case,
            "notice": self.notice,
            "page_number": f"{chapter_number(self._chapter)}.{self.steps.step1}",
            "back": self._back(),
            "to_review": _then(self.request) == REVIEW,
            "entry_title": entry_title(step.group, step.index) if step.group and step.form else "",
            "entries": entries_of(self._chapter, step.group, case) if step.group and not step.form else (),
        }

    def _back(self) -> str:
        if _then(self.request) == REVIEW:
            return reverse("review")
        before = self.steps.prev
        return step_url(self._chapter, before) if before else reverse("tasks")


def run(request: HttpRequest, chapter: Chapter, slug: str, notice: str = "") -> HttpResponse:
    """Answer one request to one page of a chapter, whether or not it is its turn."""
    case = case_of(request)
    steps = steps_around(chapter, case, slug)
    if not any(step.slug == slug for step in steps):
        return redirect(start_of(chapter, case) or "tasks")
    if request.method != "POST" and not is_asked(chapter, case, slug):
        return redirect(nearest(chapter, case, slug, steps))
    view = ChapterWizard.as_view(
        form_list=[(step.slug, step.form or AnotherForm) for step in steps],
        url_name="step",
        done_step_name=" ",  # no page of a chapter is called that
        chapter=chapter,
        steps_here=steps,
        notice=notice,
    )
    response: HttpResponse = view(request, step=slug)
    return response


def unsaved(request: HttpRequest, chapter: Chapter, slug: str, notice: str) -> HttpResponse | None:
    """The page again with what was typed and a notice, nothing saved. None if it is no page to type on."""
    steps = steps_around(chapter, case_of(request), slug)
    step = next((each for each in steps if each.slug == slug), None)
    if step is None or step.form is None:
        return None
    wizard = ChapterWizard(
        form_list=OrderedDict((each.slug, each.form or AnotherForm) for each in steps),
        initial_dict={}, instance_dict={}, condition_dict={}, url_name="step", done_step_name=" ",
        chapter=chapter, steps_here=steps, notice=notice,
    )  # fmt: skip
    wizard.setup(request, chapter=chapter.slug, step=slug)
    return wizard.show_typed()


def _then(request: HttpRequest) -> str:
    return REVIEW if request.GET.get("next") == REVIEW else ""
