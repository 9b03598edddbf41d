from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.archive.archive import Archive
from scrapers.errors import DocumentUnreadable

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def files(archive: Path) -> list[Path]:
    return [path for path in archive.rglob("*") if path.is_file() and path.suffix != ".json"]


def test_the_same_bytes_are_stored_once_and_each_sighting_kept(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    name = archive.keep(b"words", url="https://example.org/a", fetched_at=AT)
    later = AT + timedelta(days=1)
    assert archive.keep(b"words", source="uploaded by an officer", fetched_at=later) == name
    assert len(files(tmp_path)) == 1
    seen = archive.sightings(name)
    assert [(s.url, s.source) for s in seen] == [
        ("https://example.org/a", ""),
        ("", "uploaded by an officer"),
    ]
    assert [s.fetched_at for s in seen] == [AT, later]


@given(st.binary(max_size=2000))
def test_what_is_kept_is_what_is_read(tmp_path_factory, data: bytes) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    assert archive.read(archive.keep(data, fetched_at=AT)) == data


def test_a_document_changed_on_the_disk_is_not_passed_off_as_the_kept_one(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    name = archive.keep(b"words", fetched_at=AT)
    files(tmp_path)[0].write_bytes(b"wordz")
    with pytest.raises(DocumentUnreadable, match="changed on the disk"):
        archive.read(name)


def test_a_document_cut_short_by_a_crash_is_written_anew(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    name = archive.keep(b"words", fetched_at=AT)
    files(tmp_path)[0].write_bytes(b"wo")
    archive.keep(b"words", fetched_at=AT)
    assert archive.read(name) == b"words"


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_a_name_that_is_no_digest_opens_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentUnreadable):
        Archive(tmp_path).read(name)


def test_a_time_without_zone_is_no_evidence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="time zone"):
        Archive(tmp_path).keep(b"x", fetched_at=datetime(2026, 11, 24))  # noqa: DTZ001 - the point


def test_a_disk_that_refuses_leaves_nothing_half_written(tmp_path: Path, monkeypatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        Archive(tmp_path).keep(b"words", fetched_at=AT)
    assert not files(tmp_path)
