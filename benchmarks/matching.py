"""Matching against comparing every pair: rows a second, top-1 recall, precision, first three.

Run: `python benchmarks/matching.py COMPANIES.csv [--size 1000000] [--rows 100000]`, where the file
has the columns OrganisationName, CompanyNumber and PostCode. Ratios are of one run, one machine.
"""

import argparse
import time
from collections import Counter
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from register import Asked, questions, real_companies, register_of

from scoring.companies.names import normalise
from scoring.matching import CompanyIndex, CompanyRecord, MatchState, SupplierIdentity

BLOCK = 100


def brute(
    asked: list[Asked], companies: list[CompanyRecord], names: list[str], sample: int
) -> tuple[float, float]:
    """Compare a sample with every name: rows a second and top-1 recall of `fuzz.ratio`.

    `cdist` on all cores does what `extractOne` does for every row, faster, so the ratio printed
    is the harder one to win.
    """
    asked = asked[:sample]
    right = answered = 0
    start = time.perf_counter()
    for at in range(0, len(asked), BLOCK):
        block = asked[at : at + BLOCK]
        scores = process.cdist(
            [normalise(each.name) for each in block],
            names,
            scorer=fuzz.ratio,
            workers=-1,
            dtype=np.uint8,
        )
        for each, best in zip(block, scores.argmax(axis=1), strict=True):
            if each.truth is not None:
                answered += 1
                right += names[best] == normalise(companies[each.truth].name)
    return len(asked) / (time.perf_counter() - start), right / answered


def one_by_one(asked: list[Asked], names: list[str], sample: int = 30) -> float:
    """Rows a second of `process.extractOne` over all names."""
    start = time.perf_counter()
    for each in asked[:sample]:
        process.extractOne(normalise(each.name), names, scorer=fuzz.ratio)
    return sample / (time.perf_counter() - start)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("companies", type=Path)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=2_000)
    given = parser.parse_args()
    companies = register_of(real_companies(given.companies), given.size, seed=1)
    asked = questions(companies, given.rows, seed=2)
    names = [normalise(company.name) for company in companies]

    start = time.perf_counter()
    index = CompanyIndex.build(companies)
    index.propose(SupplierIdentity("a name of no company"))
    built = time.perf_counter() - start
    start = time.perf_counter()
    proposals = [index.propose(SupplierIdentity(each.name)) for each in asked]
    ours = len(asked) / (time.perf_counter() - start)

    tally: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for each, proposal in zip(asked, proposals, strict=True):
        truth = normalise(companies[each.truth].name) if each.truth is not None else None
        found = [normalise(candidate.company.name) for candidate in proposal.candidates]
        tally[f"all/{each.how}"] += 1
        tally[proposal.state.value] += 1
        first = bool(found) and found[0] == truth
        tally[f"first/{each.how}"] += first
        if proposal.state is MatchState.ACCEPTED:
            tally["accepted and right"] += first
            wrong[each.how] += not first
        elif truth is not None:
            tally["to review"] += 1
            tally["among three"] += truth in found[:3]

    pairs, brute_recall = brute(asked, companies, names, given.sample)
    single = one_by_one(asked, names)
    meant = sum(each.truth is not None for each in asked)
    first = sum(tally[f"first/{how}"] for how in {e.how for e in asked if e.truth is not None})
    sampled = [e for e in asked[: given.sample] if e.truth is not None]
    sampled_first = sum(
        bool(p.candidates) and normalise(p.candidates[0].company.name) == names[e.truth]
        for e, p in zip(asked[: given.sample], proposals, strict=False)
        if e.truth is not None
    )
    print(f"{len(companies):,} companies, {len(asked):,} names; built in {built:.1f} s")
    print(f"{'':34}{'rows/s':>10}{'top-1':>8}")
    print(f"{'ours':34}{ours:>10,.0f}{first / meant:>8.3f}")
    print(f"{'every pair, cdist, all cores':34}{pairs:>10,.1f}{brute_recall:>8.3f}")
    print(f"{'every pair, extractOne':34}{single:>10,.1f}{'same':>8}")
    print(f"speed: {ours / pairs:,.0f} × cdist, {ours / single:,.0f} × extractOne")
    print(
        f"recall: {sampled_first / len(sampled) / brute_recall:.3f} of every pair's, same sample"
    )
    print(
        f"accepted: {tally['accepted']:,}, precision "
        f"{tally['accepted and right'] / max(1, tally['accepted']):.4f}; wrong: {dict(+wrong)}"
    )
    print(
        f"review: {tally['review']:,}; of {tally['to review']:,} not accepted that are in the "
        f"register, {tally['among three'] / max(1, tally['to review']):.3f} among three"
    )
    print("top-1 by kind of error:")
    for how in sorted({e.how for e in asked}):
        print(f"  {how:32}{tally[f'first/{how}'] / tally[f'all/{how}']:.3f}")


if __name__ == "__main__":
    main()
