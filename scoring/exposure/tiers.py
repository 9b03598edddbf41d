"""Tiers: the exposure of a supplier's own suppliers flows up to it with their share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.exposure.named import Named
from scoring.exposure.records import MOST, Contribution, Exposure, to_penny
from scoring.reference.weights import section


@dataclass(frozen=True, slots=True)
class Tier:
    """One of a supplier's own suppliers.

    Attributes:
        name: Its name.
        exposure: Its own inherent risk.
        share: Its part of the supply, 0 to 1, or None where no one has told.
        confidence: How sure it is that it supplies at all, 0 to 1.
        source: Who told of it: a list, an answer, a statement.
    """

    name: str
    exposure: Exposure
    share: Decimal | None = None
    confidence: Decimal = Decimal(1)
    source: str = ""


def join(mentions: Sequence[Named], exposure: Exposure) -> Tier:
    """Return one tier of all that name it: the surest who tells a share is believed in it.

    Args:
        mentions: What names it, one or more.
        exposure: Its own inherent risk; the figures alone are kept with the tier.
    """
    sure = section("tiers")
    order = sorted(
        mentions, key=lambda each: (-sure[f"reported_by_{each.reported_by}"], each.source)
    )
    return Tier(
        name=order[0].name,
        exposure=Exposure(exposure.low, exposure.figure, exposure.high, version=exposure.version),
        share=next((each.share for each in order if each.share is not None), None),
        confidence=sure[f"reported_by_{order[0].reported_by}"],
        source="; ".join(dict.fromkeys(each.source for each in order)),
    )


def flow_up(own: Exposure, tiers: Iterable[Tier]) -> Exposure:
    """Return a supplier's exposure with what flows up from its tiers.

    A tier adds its share of the points by which it exceeds the supplier's own figure; a tier of
    less exposure adds nothing, for it does not make the supplier's own work better. A share that
    is not told counts as `tiers.share_unknown` in the figure, and between none and all in the
    range. The sum stays within 100, the tiers of greatest effect first.
    """
    parts: list[Contribution] = []
    low, figure, high = own.low, own.figure, own.high
    for tier in sorted(tiers, key=lambda each: (-each.exposure.figure, each.name)):
        known = tier.share is not None
        share = tier.share if tier.share is not None else section("tiers")["share_unknown"]
        most = min(_more(tier.exposure.high, own.high) * (share if known else 1), MOST - high)
        points = min(
            _more(tier.exposure.figure, own.figure) * share * tier.confidence,
            high + most - figure,
        )
        least = _more(tier.exposure.low, own.low) * (share if known else 0) * tier.confidence
        part = Contribution(
            f"tier: {tier.name}",
            points=to_penny(points),
            low=to_penny(min(least, figure + points - low)),
            high=to_penny(most),
            reason=f"{share:.0%} of {tier.name}'s exposure above its buyer's"
            if known
            else f"{tier.name} is named, its share is not known; {share:.0%} is assumed",
            value=f"exposure {tier.exposure.figure}",
            source=tier.source,
            known=known,
        )
        parts.append(part)
        low, figure, high = low + part.low, figure + part.points, high + part.high
    if not parts:
        return own
    return replace(
        own,
        low=low,
        figure=figure,
        high=high,
        contributions=(*own.contributions, *parts),
        unknown=(*own.unknown, *(part.part for part in parts if not part.known)),
    )


def _more(tier: Decimal, own: Decimal) -> Decimal:
    return max(tier - own, Decimal(0))
