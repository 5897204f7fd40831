from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from gensvar.ui.bundles import BUNDLES, joined


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Static files named by their content, with styles and scripts joined into bundles."""

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
