"""Samples of shifts and payslips as columns of numbers, one entry a row, workers by index.

Instants are whole minutes since 1970 in UTC, days are whole days since 1970, money is whole pence
sterling, durations are minutes. -1 (or `NO_DAY` for a day) is unknown, never zero. Names, account
numbers and addresses never come this far: people are indices with pseudonyms, shared details are
group codes that say only which workers have the same one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
UNKNOWN = -1
NO_DAY = int(np.iinfo(np.int32).min)


@dataclass(frozen=True, slots=True, eq=False)
class Workers:
    """The people of a sample.

    Attributes:
        labels: Pseudonyms, such as `Worker 007`.
        born: Day of birth, or `NO_DAY`.
        apprentice: Entitled to the apprentice rate: 1 yes, 0 no, -1 unknown.
        opted_out: Has a written opt-out from 48 hours: 1, 0, -1.
        london: Works in London: 1, 0, -1.
        own_account: Is paid into an account in their own name: 1, 0, -1.
        account: Group code of the bank account, shared with the payslips' codes.
        address: Group code of the home address.
        phone: Group code of the telephone number.
        kin: Group code of the next of kin.
        started: First day of employment, or `NO_DAY`.
        promised: Hours a week that were promised, in minutes, or -1.
        incomplete: Some of the worker's rows could not be read, so nothing is `met` for them.
        shared_id: The identifier stands for two people, so nothing is sure of either.
        row: Row in the workers' file, or -1.
        contract: What kind of work the contract is, by `WorkKind`; -1 where it is not said.
        irregular: Works irregular hours or part of the year: 1, 0, -1.
        job: Whether the job is a special case of the working time rules: 1, 0, -1.
        learning_since: First day of the apprenticeship, or `NO_DAY`.
    """

    labels: tuple[str, ...]
    born: Ints
    apprentice: Ints
    opted_out: Ints
    london: Ints
    own_account: Ints
    account: Ints
    address: Ints
    phone: Ints
    kin: Ints
    started: Ints
    promised: Ints
    incomplete: Flags
    shared_id: Flags
    row: Ints
    contract: Ints
    irregular: Ints
    job: Ints
    learning_since: Ints

    @property
    def count(self) -> int:
        """How many workers there are."""
        return len(self.labels)

    @staticmethod
    def unknown(count: int) -> "Workers":
        """Return workers of whom nothing is known but that they are on the rows."""
        blank = np.full(count, UNKNOWN, np.int64)
        return Workers(
            labels=pseudonyms(count),
            born=np.full(count, NO_DAY, np.int64),
            apprentice=blank,
            opted_out=blank,
            london=blank,
            own_account=blank,
            account=blank,
            address=blank,
            phone=blank,
            kin=blank,
            started=np.full(count, NO_DAY, np.int64),
            promised=blank,
            incomplete=np.zeros(count, np.bool_),
            shared_id=np.zeros(count, np.bool_),
            row=blank,
            contract=blank,
            irregular=blank,
            job=blank,
            learning_since=np.full(count, NO_DAY, np.int64),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Shifts:
    """One shift an entry.

    Attributes:
        worker: Index of the worker.
        start: Its start.
        end: Its end.
        pause: Its unpaid break in minutes, or -1.
        row: Its row in the file.
        kind: What kind of time it is, by `TimeKind`.
        clocked: 1 where its clock times are real, 0 where only its length is known.
    """

    worker: Ints
    start: Ints
    end: Ints
    pause: Ints
    row: Ints
    kind: Ints
    clocked: Ints

    @staticmethod
    def none() -> "Shifts":
        """Return a sample without shifts."""
        return Shifts(*(np.zeros(0, np.int64) for _ in range(7)))


@dataclass(frozen=True, slots=True, eq=False)
class Payslips:
    """One payslip an entry.

    Attributes:
        worker: Index of the worker.
        start: First day of the pay reference period.
        end: Last day of the pay reference period.
        minutes: Hours paid for, in minutes.
        gross: Pay before any deduction, in pence.
        uncounted: The part of it that does not count for the minimum wage, in pence: premiums for
            overtime and shifts, tips, expenses, holiday pay.
        taken: Deductions for the employer's own use or the worker's expenses, in pence.
        unclear: Deductions whose purpose is not named, in pence: they may or may not count.
        uncertain: Pay that may not count, in pence: arrears, which are for an earlier period, and
            what of overtime pay may be a premium.
        unread: Columns of money whose name does not say what they are, in pence.
        excepted: Deductions that never count: tax, union dues, loans and the like, in pence.
        owed: The part of `taken` and `unclear` that is like a debt: a fee, a fine, transport.
        employer_costs: The part of `taken` that is the employer's own National Insurance or levy.
        umbrella: The part of `taken` that is an umbrella company's margin.
        rent: Charged for accommodation in the period, in pence.
        rent_days: Days of accommodation in the period; with no rent, days of a free home.
        net: Pay after all deductions, in pence, or -1.
        itemised: Tax and National Insurance are shown on the payslip: 1 yes, 0 no.
        accrued: Holiday accrued in the period, in minutes.
        account: Group code of the account paid into.
        own_account: The account is in the worker's own name: 1, 0, -1.
        row: Row in the payslips' file.
    """

    worker: Ints
    start: Ints
    end: Ints
    minutes: Ints
    gross: Ints
    uncounted: Ints
    taken: Ints
    unclear: Ints
    uncertain: Ints
    unread: Ints
    excepted: Ints
    owed: Ints
    employer_costs: Ints
    umbrella: Ints
    rent: Ints
    rent_days: Ints
    net: Ints
    itemised: Ints
    accrued: Ints
    account: Ints
    own_account: Ints
    row: Ints

    @staticmethod
    def none() -> "Payslips":
        """Return a sample without payslips."""
        return Payslips(*(np.zeros(0, np.int64) for _ in range(22)))


def pseudonyms(count: int) -> tuple[str, ...]:
    """Return `Worker 001` and on: numbers by order of the workers' own identifiers."""
    width = max(3, len(str(count)))
    return tuple(f"Worker {number:0{width}}" for number in range(1, count + 1))


def birthday(born: Ints, years: int) -> Ints:
    """Return the day on which each worker reaches an age; `NO_DAY` where birth is unknown."""
    day = np.where(born == NO_DAY, 0, born).astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    then = (month + np.timedelta64(12 * years, "M")).astype("datetime64[D]")
    reached = then + (day - month.astype("datetime64[D]"))
    return np.where(born == NO_DAY, NO_DAY, reached.astype(np.int64))
