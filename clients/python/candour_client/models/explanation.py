from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.criterion import Criterion

if TYPE_CHECKING:
    from ..models.explanation_neighbour import ExplanationNeighbour
    from ..models.explanation_term import ExplanationTerm
    from ..models.judgement import Judgement
    from ..models.nearest_sentence import NearestSentence


T = TypeVar("T", bound="Explanation")


@_attrs_define
class Explanation:
    """A judgement taken apart; the parts add up to the score.

    That is `base`, `encoder`, `words`, `other_words`, `letters`, `other_letters` and the weights
    of `neighbours`.

    """

    sentence: int
    criterion: Criterion
    """ A thing that a statement must or should say (Modern Slavery Act 2015 s54; 2025 guidance). """
    quote: str
    page: int
    """ Page, from 1. """
    judgement: Judgement
    """ What is kept of the sentence: the judgement that findings rest on. """
    model: str
    """ The version of today's classifier, which explains. """
    same_model: bool
    """ False where another version judged: what follows is then not that judgement. """
    probability: float
    """ Calibrated, 0 to 1; for an area of mitigation also that of mitigation. """
    threshold: float
    """ The probability from which a sentence is offered. """
    score: float
    """ The sum, before calibration. """
    base: float
    """ Where it starts, and what the sentence's length added. """
    encoder: float
    """ What the encoder added, which cannot be taken apart; 0 without one. """
    words: list[ExplanationTerm]
    """ The words that weighed most, heaviest first. """
    other_words: float
    """ What the sentence's remaining words added. """
    letters: list[ExplanationTerm]
    """ The runs of letters that weighed most. """
    other_letters: float
    """ What its remaining runs of letters added. """
    neighbours: list[ExplanationNeighbour]
    """ The sentences around it that weighed, heaviest first. """
    nearest: list[NearestSentence]
    """ The labelled sentences most like it, whose words are not kept. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sentence = self.sentence

        criterion = self.criterion.value

        quote = self.quote

        page = self.page

        judgement = self.judgement.to_dict()

        model = self.model

        same_model = self.same_model

        probability = self.probability

        threshold = self.threshold

        score = self.score

        base = self.base

        encoder = self.encoder

        words = []
        for words_item_data in self.words:
            words_item = words_item_data.to_dict()
            words.append(words_item)

        other_words = self.other_words

        letters = []
        for letters_item_data in self.letters:
            letters_item = letters_item_data.to_dict()
            letters.append(letters_item)

        other_letters = self.other_letters

        neighbours = []
        for neighbours_item_data in self.neighbours:
            neighbours_item = neighbours_item_data.to_dict()
            neighbours.append(neighbours_item)

        nearest = []
        for nearest_item_data in self.nearest:
            nearest_item = nearest_item_data.to_dict()
            nearest.append(nearest_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sentence": sentence,
                "criterion": criterion,
                "quote": quote,
                "page": page,
                "judgement": judgement,
                "model": model,
                "same_model": same_model,
                "probability": probability,
                "threshold": threshold,
                "score": score,
                "base": base,
                "encoder": encoder,
                "words": words,
                "other_words": other_words,
                "letters": letters,
                "other_letters": other_letters,
                "neighbours": neighbours,
                "nearest": nearest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.explanation_neighbour import ExplanationNeighbour
        from ..models.explanation_term import ExplanationTerm
        from ..models.judgement import Judgement
        from ..models.nearest_sentence import NearestSentence

        d = dict(src_dict)
        sentence = d.pop("sentence")

        criterion = Criterion(d.pop("criterion"))

        quote = d.pop("quote")

        page = d.pop("page")

        judgement = Judgement.from_dict(d.pop("judgement"))

        model = d.pop("model")

        same_model = d.pop("same_model")

        probability = d.pop("probability")

        threshold = d.pop("threshold")

        score = d.pop("score")

        base = d.pop("base")

        encoder = d.pop("encoder")

        words = []
        _words = d.pop("words")
        for words_item_data in _words:
            words_item = ExplanationTerm.from_dict(words_item_data)

            words.append(words_item)

        other_words = d.pop("other_words")

        letters = []
        _letters = d.pop("letters")
        for letters_item_data in _letters:
            letters_item = ExplanationTerm.from_dict(letters_item_data)

            letters.append(letters_item)

        other_letters = d.pop("other_letters")

        neighbours = []
        _neighbours = d.pop("neighbours")
        for neighbours_item_data in _neighbours:
            neighbours_item = ExplanationNeighbour.from_dict(neighbours_item_data)

            neighbours.append(neighbours_item)

        nearest = []
        _nearest = d.pop("nearest")
        for nearest_item_data in _nearest:
            nearest_item = NearestSentence.from_dict(nearest_item_data)

            nearest.append(nearest_item)

        explanation = cls(
            sentence=sentence,
            criterion=criterion,
            quote=quote,
            page=page,
            judgement=judgement,
            model=model,
            same_model=same_model,
            probability=probability,
            threshold=threshold,
            score=score,
            base=base,
            encoder=encoder,
            words=words,
            other_words=other_words,
            letters=letters,
            other_letters=other_letters,
            neighbours=neighbours,
            nearest=nearest,
        )

        explanation.additional_properties = d
        return explanation

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
