"""Pages are served by WSGI: measured to cost a third less than ASGI (docs/decisions)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gensvar.config.settings")
application = get_wsgi_application()
