"""Kinds of work and of time, read from the words of a rota or a list of workers.

Source: National Minimum Wage Regulations 2015 Part 5: salaried-hours work (regs 21-29), time work
(30-35), output work (36-43), unmeasured work (44-50). Sleeping time is not work unless the worker
is awake to work (regs 27(2), 32(2); Royal Mencap Society v Tomlinson-Blake [2021] UKSC 8). Travel
between assignments and training are work (regs 33, 34). Waiting at home is not (reg 32(1)).
"""

import re
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache

import numpy as np

from scoring.payroll.samples import Workers


class TimeKind(IntEnum):
    """What a row of a rota is."""

    UNSAID = 0
    WORK = 1
    SLEEP_IN = 2
    ON_CALL = 3
    ON_CALL_AT_HOME = 4
    TRAVEL = 5
    TRAINING = 6
    ABSENCE = 7


class WorkKind(IntEnum):
    """How pay follows from work under the contract."""

    UNSAID = -1
    TIME = 0
    SALARIED = 1
    OUTPUT = 2
    UNMEASURED = 3
    EXCLUDED = 4
    """May be outside the minimum wage: a placement, a volunteer, someone called self-employed."""


_ABSENT = (
    r"holiday|annual leave|\bleave\b|sick|\bssp\b|absen|day off|rest day|^off$|not worked|^rd$|"
    r"^a ?l$|^hols?\b|\btoil\b|jury|self isolat\w*|\bawol\b"
)
_WORKED_ANYWAY = (
    r"cover(?:ing)?\b|(?:holiday|rest day|day off)s? (?:was )?(?:worked|working|"
    r"shift|overtime|ot)\b"
)
"""A shift on a holiday or day of rest, or for a colleague who is away: work."""
_FROM_HOME = (
    r"commut\w*|(?:travel\w*|driv\w*|journey) (?:from|to) home\b(?! (?:visit|care))|"
    r"home to (?:work|site|first|office|base|depot)|"
    r"(?:work|site|visit|client|office|base|depot) to home\b"
)
"""Between home and work, which is no work (reg 34(1))."""
_TIMES = (
    (TimeKind.WORK, r"waking|awake|woken|wake|\bdisturb\w*|call(?:ed)? ?out"),
    (TimeKind.SLEEP_IN, r"sleep|^s ?i\b"),
    (TimeKind.WORK, _WORKED_ANYWAY),
    (
        TimeKind.WORK,
        r"(?:on ?call|stand ?by) (?:shift )?(?:at|in|on) (?:the )?(?:depot|site|office|premises|"
        r"ward|base|station|hospital|work|yard|reception|unit|garage|school)",
    ),
    (TimeKind.ON_CALL_AT_HOME, r"(?:on ?call|stand ?by).*home|home.*(?:on ?call|stand ?by)"),
    (TimeKind.ON_CALL, r"on ?call|stand ?by"),
    (TimeKind.ABSENCE, _FROM_HOME),
    (TimeKind.TRAVEL, r"travel|driving|\bdrive\b|journey"),
    (TimeKind.TRAINING, r"train|induction|shadow|e ?learning|trial|supervision|meeting|handover"),
    (TimeKind.ABSENCE, _ABSENT),
)
_EXCLUDED = (
    r"volunt\w+|placement\b|sandwich|work experience|t level|traineeship|self ?employ\w*|"
    r"sub ?contract\w*|freelance|sole trader|prisoner|family member"
)
_CONTRACTS = (
    (WorkKind.EXCLUDED, _EXCLUDED),
    (WorkKind.UNMEASURED, r"unmeasured"),
    (WorkKind.SALARIED, r"salar|annual(?:ised)? (?:pay|hours)|per annum"),
    (WorkKind.OUTPUT, r"piece|output|commission only|per (?:unit|item|room|bag|kilo)"),
    (WorkKind.TIME, r"hour|time|day ?rate|daily|zero"),
)
_IRREGULAR = re.compile(
    r"zero|casual|bank\b|irregular|variable|part ?year|term ?time|seasonal|as required|on demand"
)
_REGULAR = re.compile(r"full ?time|part ?time|permanent|fixed|regular|salar|annual")
_SPECIAL = re.compile(
    r"secur|guard|surveill|cctv|door (?:super|staff)|caretak|concierge|care|carer|nurs|"
    r"support work|"
    r"hospital|residential|prison|detention|dock|airport|ambulance|fire\b|firefight|"
    r"civil protection|"
    r"press|broadcast|postal|refuse|waste|incinerat|agricult|farm|transport|bus driver|tourism"
)


@lru_cache(maxsize=10_000)
def time_kind(text: str) -> TimeKind:
    """Return what kind of time a cell names; `UNSAID` where it names none that counts apart."""
    plain = _plain(text)
    return next((kind for kind, words in _TIMES if re.search(words, plain)), TimeKind.UNSAID)


@lru_cache(maxsize=10_000)
def work_kind(text: str) -> WorkKind:
    """Return what kind of work a contract's description names."""
    plain = _plain(text)
    return next((kind for kind, words in _CONTRACTS if re.search(words, plain)), WorkKind.UNSAID)


@lru_cache(maxsize=10_000)
def is_excluded(job: str) -> bool:
    """Return whether a job is one that may be outside the minimum wage, such as a placement.

    Source: National Minimum Wage Act 1998 ss44 and 54; National Minimum Wage Regulations 2015
    regs 51-58.
    """
    return bool(re.search(_EXCLUDED, _plain(job)))


@lru_cache(maxsize=10_000)
def is_irregular(text: str) -> int:
    """Return whether a contract is for irregular hours or part of the year: 1, 0, -1 not said.

    Source: Working Time Regulations 1998 reg 15F.
    """
    plain = _plain(text)
    if _IRREGULAR.search(plain):
        return 1
    return 0 if _REGULAR.search(plain) else -1


@lru_cache(maxsize=10_000)
def is_apprentice(job: str) -> int:
    """Return whether a job or contract is that of an apprentice: 1, or -1 where it is not said."""
    plain = _plain(job)
    trains = re.search(
        r"manager|supervis|assess|tutor|trainer|coach|coordinat|mentor|lead\b", plain
    )
    return 1 if re.search(r"\bapprentice", plain) and not trains else -1


@lru_cache(maxsize=10_000)
def is_special_case(text: str) -> int:
    """Return whether a job is a special case of the working time rules: 1, 0, -1 not said.

    In security, care, transport, refuse and similar work the limits on nights, rest and breaks do
    not apply if the worker has compensatory rest. Source: Working Time Regulations 1998 regs 21,
    24.
    """
    plain = _plain(text)
    return -1 if not plain else int(bool(_SPECIAL.search(plain)))


def in_work(workers: Workers, work: str) -> Workers:
    """Return workers with the contract's kind of work for those whose job is not on record."""
    job = np.where(workers.job < 0, is_special_case(work), workers.job)
    return replace(workers, job=job)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
