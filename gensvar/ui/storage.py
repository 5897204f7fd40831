"""Static files named by their content, with styles and scripts joined into bundles.

Until they have been collected (tests, development, one-off commands) plain names are used and
WhiteNoise serves the files from where they lie.
"""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from gensvar.ui.bundles import BUNDLES, joined


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    @property
    def is_collected(self) -> bool:
        return bool(self.hashed_files) and not settings.DEBUG

    def url(self, name: str | None, force: bool = False) -> str:
        if not force and not self.is_collected:
            return StaticFilesStorage.url(self, name)
        return str(super().url(name, force))

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        if not dry_run:
            for name in BUNDLES:
                self._write(name)
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _write(self, name: str) -> None:
        parts = {path: self._text(path) for path in BUNDLES[name]}
        if self.exists(name):
            self.delete(name)
        self.save(name, ContentFile(joined(name, parts)))

    def _text(self, path: str) -> str:
        with self.open(path) as file:
            return str(file.read().decode())
