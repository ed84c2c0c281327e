"""What is handed over because information goes in it: "to include in his next report the figures of the year"."""

from operative.clauses.extents import thing_end
from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range
from operative.clauses.vehicles import stands_in, vehicle_at
from operative.clauses.words import Words

__all__ = ["find_carriers"]


def find_carriers(words: Words, handovers: tuple[Handover, ...], lexicon: Lexicon) -> list[Range]:
    """The reports and sections that a duty names to carry information in, in order."""
    found = []
    for handover in handovers:
        for at in range(handover.last, handover.stop - 1):
            vehicle = None if words.aside[at] else vehicle_at(words, at, handover.stop, lexicon)
            near = handover.verb not in lexicon.handing.weak or (vehicle and vehicle.first == at + 1)
            if vehicle and near and not stands_in(words, handover.last, at, lexicon):
                later = bool(lexicon.grammar.phrases["to_be"].length_at(words.low, vehicle.last))
                said = words.low[vehicle.last : vehicle.last + 1]
                later = later or (bool(said) and said[0].endswith(lexicon.grammar.endings["passive"]))
                later = later or (bool(said) and not lexicon.grammar.opens_phrase(said[0]))
                partitive = bool(said) and said[0] in lexicon.grammar.words["partitives"]
                later = later or (partitive and "insert" in handover.manners)
                later = later or (bool(said) and said[0] in lexicon.grammar.words["purpose"])
                last = vehicle.last if later else thing_end(words, vehicle.last, handover.stop, lexicon)
                found.append(Range(vehicle.first, last))
    return found
