from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.installation import ObjectStore, open_archive, open_blobs
from app.settings import Settings
from scrapers.archive.archive import Archive, digest
from scrapers.archive.blobs import Blobs, Folder
from scrapers.errors import DocumentUnreadable

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@pytest.fixture(params=["folder", "object store"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    if request.param == "folder":
        return Folder(tmp_path / "files")
    pytest.importorskip("obstore", reason="the extra s3 is not installed")
    return ObjectStore("memory:///")


def test_an_archive_is_the_same_wherever_its_bytes_lie(blobs: Blobs) -> None:
    archive = Archive(blobs)
    name = archive.keep(b"words", fetched_at=AT, url="https://a.example/b", source="fetched")
    archive.keep(b"words", fetched_at=AT, source="uploaded")
    assert archive.read(name) == b"words"
    assert archive.holds(name)
    told = {each.source for each in archive.sightings(name)}
    assert told == {"fetched", "uploaded"}
    assert len([each for each in blobs.names() if ".seen" not in each]) == 1
    with pytest.raises(DocumentUnreadable, match="does not hold"):
        archive.read(digest(b"other"))


def test_bytes_that_were_changed_are_noticed(blobs: Blobs) -> None:
    archive = Archive(blobs)
    name = archive.keep(b"words", fetched_at=AT)
    blobs.put(f"{name[:2]}/{name}", b"WORDS")
    with pytest.raises(DocumentUnreadable, match="changed"):
        archive.read(name)


def test_files_lie_in_the_home_unless_an_object_store_is_set(tmp_path: Path) -> None:
    name = open_archive(Settings(home=tmp_path)).keep(b"x", fetched_at=AT)
    assert (tmp_path / "files" / name[:2] / name).read_bytes() == b"x"


def test_an_object_store_without_its_library_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "obstore", None)
    with pytest.raises(ImportError, match=r"candour\[s3\]"):
        open_blobs(Settings(home=tmp_path, files_url="s3://bucket/files"))
