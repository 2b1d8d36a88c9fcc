"""The first page carries its style in itself: on a slow network each file more to wait for is seconds more.

The content security policy names that one style by its hash, on that one page; no other style in a page is
applied, on it or elsewhere. The style sheet is loaded behind the page all the same, for the page after it.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any, cast

from csp.decorators import csp_update
from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString, mark_safe

from interview.views.visits import View

_STYLE_SHEET = "amparo.css"


@cache
def style() -> SafeString:
    """The site's style sheet. Our own file: nothing in it is anyone's answer."""
    return mark_safe(Path(str(finders.find(_STYLE_SHEET))).read_text(encoding="utf-8"))


@cache
def style_source() -> str:
    """The source expression that allows it: "'sha256-…'"."""
    digest = hashlib.sha256(style().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def carries_style(view: View) -> View:
    """A view whose template shows `style` in its head."""

    def shown(*args: Any, **kwargs: Any) -> Any:
        return csp_update({"style-src": [style_source()]})(view)(*args, **kwargs)

    return cast(View, shown)
