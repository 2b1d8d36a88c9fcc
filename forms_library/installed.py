"""The forms that are installed: FORMS_DIR/<number>/<revision>/{official,print,live}.pdf and index.json.

A revision's folder is written beside its place and moved there whole, so that an interruption at any
moment leaves what was installed before, and a reader never meets half a form.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pypdf

from forms_library.blanks import Index
from forms_library.catalogue import current, in_words, map_file
from forms_library.prepare import Prepared

_OFFICIAL, _PRINT, _LIVE, _INDEX = _FILES = ("official.pdf", "print.pdf", "live.pdf", "index.json")
# the code a prepared form depends on
_PREPARING = ("blanks.py", "prepare.py", "rules.py", "screen_only.py", "trimming.py")


@dataclass(frozen=True)
class InstalledForm:
    """An official form, prepared. `prepared_by` names the code that did it."""

    number: str
    revision: str  # ISO
    print_pdf: bytes
    index: Index
    official_sha256: str
    live_sha256: str
    prepared_by: str
    folder: Path

    @property
    def live_pdf(self) -> bytes:
        """Seldom asked for and large, so not kept. Raises OSError or ValueError when it was changed."""
        return _checked(self.folder / _LIVE, self.live_sha256)

    def official_pdf(self) -> bytes:
        """The court's own file, as it came."""
        return (self.folder / _OFFICIAL).read_bytes()

    @property
    def is_current(self) -> bool:
        return self.revision == current(self.number).revision


def installed(number: str, forms_dir: Path) -> InstalledForm | None:
    """The revision to use: the current one, else the newest other one there is a map for."""
    mapped = (revision for revision in revisions(number, forms_dir) if map_file(number, revision).is_file())
    for revision in [current(number).revision, *mapped]:
        if found := installed_revision(number, revision, forms_dir):
            return found
    return None


def installed_revision(number: str, revision: str, forms_dir: Path) -> InstalledForm | None:
    """One revision, read once in a process and again when it has been installed anew."""
    for folder in _places(forms_dir / number / revision):
        try:
            stamp = (folder / _INDEX).stat().st_mtime_ns
            return _load(number, revision, folder, stamp)
        except (OSError, ValueError, KeyError, TypeError):  # not there, or not ours
            continue
    return None


def revisions(number: str, forms_dir: Path) -> list[str]:
    """All installed revisions of a form, newest first."""
    found = (folder.name for folder in (forms_dir / number).glob("[0-9]*") if (folder / _INDEX).is_file())
    return sorted(found, reverse=True)


def report_file(number: str, old: str, new: str, forms_dir: Path) -> Path:
    """Where the report on what changed between two revisions is kept."""
    return forms_dir / number / f"differences-{old}-to-{new}.txt"


def superseded_by(number: str, forms_dir: Path) -> str:
    """The newest revision known, in the catalogue or from a file install_forms has met and could not take
    in; "" if what is in use is the newest."""
    in_use = installed(number, forms_dir)
    met = [path.stem[-10:] for path in (forms_dir / number).glob("differences-*-to-*.txt")]
    known = [current(number).revision, *met]
    return max((revision for revision in known if in_use and revision > in_use.revision), default="")


def warning(number: str, forms_dir: Path) -> str:
    """What staff should know of the revision in use; "" when it is the newest known."""
    in_use, newest = installed(number, forms_dir), superseded_by(number, forms_dir)
    if in_use is None or not newest:
        return ""
    return (
        f"{number} is filled on the revision of {in_words(in_use.revision)}, "
        f"which the court has replaced by that of {in_words(newest)}."
    )


def store(number: str, revision: str, official: bytes, prepared: Prepared, forms_dir: Path) -> InstalledForm:
    """Install a prepared form. Raises OSError; what was installed before is then still there."""
    place = forms_dir / number / revision
    place.parent.mkdir(parents=True, exist_ok=True)
    recover(number, revision, forms_dir)
    fresh = Path(tempfile.mkdtemp(prefix=f".{revision}.new-", dir=place.parent))
    try:
        _write(fresh, official, prepared)
        _move(fresh, place)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    form = installed_revision(number, revision, forms_dir)
    if form is None:
        raise OSError(f"{place} cannot be read back")
    return form


def recover(number: str, revision: str, forms_dir: Path) -> None:
    """Clear up after an interruption."""
    place = forms_dir / number / revision
    old = _set_aside(place)
    if old.exists() and place.exists():
        shutil.rmtree(old)
    elif old.exists():
        old.rename(place)
    for left in place.parent.glob(f".{revision}.new-*"):
        shutil.rmtree(left, ignore_errors=True)


@lru_cache(maxsize=1)
def preparing_code() -> str:
    """A name for the code that prepares: when it has changed, forms are prepared again."""
    code = b"".join(path.read_bytes() for path in _preparing_files())
    return f"pypdf {pypdf.__version__}, {hashlib.sha256(code).hexdigest()[:12]}"


def _preparing_files() -> Iterator[Path]:
    here = Path(__file__).parent
    return (here / name for name in _PREPARING)


def _places(place: Path) -> tuple[Path, Path]:
    """Where a revision is; and where it still is if the machine stopped between two moves."""
    return place, _set_aside(place)


def _set_aside(place: Path) -> Path:
    return place.with_name(f".{place.name}.old")


@lru_cache(maxsize=64)
def _load(number: str, revision: str, folder: Path, stamp: int) -> InstalledForm:
    """`stamp` is in the key alone, so that a form installed anew is read anew."""
    details = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
    _checked(folder / _LIVE, details["live_sha256"])
    return InstalledForm(
        number=number,
        revision=revision,
        print_pdf=_checked(folder / _PRINT, details["print_sha256"]),
        index=Index.from_json(details),
        official_sha256=details["official_sha256"],
        live_sha256=details["live_sha256"],
        prepared_by=details["prepared_by"],
        folder=folder,
    )


def _checked(path: Path, sha256: str) -> bytes:
    """A file's bytes. Raises ValueError when it is not the file that was installed."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"{path} has been changed since it was installed")
    return data


def _write(folder: Path, official: bytes, prepared: Prepared) -> None:
    for pdf in (prepared.print_pdf, prepared.live_pdf):
        if len(pypdf.PdfReader(io.BytesIO(pdf)).pages) != prepared.index.pages:
            raise ValueError("the prepared form lost pages")
    details = prepared.index.to_json() | {
        "official_sha256": hashlib.sha256(official).hexdigest(),
        "print_sha256": hashlib.sha256(prepared.print_pdf).hexdigest(),
        "live_sha256": hashlib.sha256(prepared.live_pdf).hexdigest(),
        "prepared_by": preparing_code(),
    }
    contents = (official, prepared.print_pdf, prepared.live_pdf, json.dumps(details, indent=1).encode())
    for name, data in zip(_FILES, contents, strict=True):
        with (folder / name).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    folder.chmod(0o755)  # mkdtemp makes it private; the site may run as another user


def _move(fresh: Path, place: Path) -> None:
    """Put a folder in another's place; put the other back should that fail."""
    old = _set_aside(place)
    if place.exists():
        place.rename(old)
    try:
        fresh.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
