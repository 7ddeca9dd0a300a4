"""Which cells read which, and the order in which to recalculate them."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from spreadsheet.address import Address


class Dependencies:
    """The graph of cells, with an edge from each cell to those it reads."""

    def __init__(self) -> None:
        self._sources: dict[Address, frozenset[Address]] = {}
        self._readers: defaultdict[Address, set[Address]] = defaultdict(set)

    def link(self, cell: Address, sources: Iterable[Address]) -> None:
        """Let cell read sources, and no longer what it has read so far."""
        for source in self._sources.pop(cell, ()):
            self._readers[source].remove(cell)
            if not self._readers[source]:
                del self._readers[source]
        if found := frozenset(sources):
            self._sources[cell] = found
        for source in found:
            self._readers[source].add(cell)

    def plan(
        self, changed: Iterable[Address]
    ) -> tuple[list[Address], set[Address]]:
        """Return what to recalculate when cells have changed.

        First all cells that have a value, each behind those that it reads,
        then the cells that depend on themselves.
        """
        order, stuck = self._sort(self._behind(changed).union(changed))
        circular = {cell for cell in stuck if cell in self._behind([cell])}
        rest, _ = self._sort(stuck - circular)
        return order + rest, circular

    def _behind(self, cells: Iterable[Address]) -> set[Address]:
        """Return what reads one of cells, directly or through others."""
        found: set[Address] = set()
        waiting = list(cells)
        while waiting:
            new = self._readers.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return found

    def _sort(self, cells: set[Address]) -> tuple[list[Address], set[Address]]:
        """Return cells in order, and those in or behind a cycle."""
        sorter = TopologicalSorter(
            {cell: cells & self._sources.get(cell, set()) for cell in cells}
        )
        with suppress(CycleError):  # the sorter still gives all it can
            sorter.prepare()
        order: list[Address] = []
        while ready := sorter.get_ready():
            order += ready
            sorter.done(*ready)
        return order, cells.difference(order)
