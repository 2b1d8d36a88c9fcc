"""The site for a WSGI server. It refuses to start without a key of its own."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interview.settings")

from django.urls import get_resolver

from forms_library.letters import warm_up
from interview import keys
from interview.heaps import use_two_heaps

keys.require()
use_two_heaps()
application = get_wsgi_application()
_warm = get_resolver().url_patterns  # read every page's code now, not in the first person's request
warm_up()  # and the fonts, before threads share them
