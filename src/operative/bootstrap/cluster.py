"""The work of a pool on a cluster of Ray: the same items, the same results, in the same order, on many machines."""

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import islice
from typing import Any, TypeVar

from operative.bootstrap.pool import CRASHED, SECONDS_AN_ITEM, Lost
from operative.errors import WrongCall

__all__ = ["work_off_on_ray"]

BATCH = 8
"""Items that go to a worker at a time: a message for each would cost more than some of them."""

AHEAD = 4
"""Batches for each worker that wait or are done out of turn, so that memory stays bounded."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(slots=True)
class Batch:
    """Items that went to the cluster together, and what came of them."""

    items: list[Any]
    promise: Any
    results: list[Any] = field(default_factory=list)


def work_off_on_ray(
    items: Iterable[Item], work: Callable[[Item], Result], kind: type[Result], jobs: int
) -> Iterator[tuple[Item, Result | Lost]]:
    """Each item with its result, in the order of `items`, worked on by a cluster of Ray.

    The cluster is the one that `RAY_ADDRESS` names, else one of `jobs` workers on this machine. Work whose worker dies
    is done again elsewhere; an item that takes its worker with it every time loses only itself. Raises `WrongCall`
    where Ray is not installed.
    """
    if find_spec("ray") is None:
        raise WrongCall("--engine ray needs Ray, not installed here; right would be: pip install 'operative[ray]'")
    cluster = _Cluster(work, jobs)
    try:
        yield from cluster.work_off(items)
    finally:
        cluster.stop()


class _Cluster:
    """A connection to a cluster, and the work that its workers know."""

    def __init__(self, work: Callable[[Any], Any], jobs: int) -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        # Ray takes a second to load, and only this engine needs it.
        import ray

        self.ray = ray
        self.own = not ray.is_initialized()
        if self.own:
            here = not os.environ.get("RAY_ADDRESS")
            ray.init(
                num_cpus=jobs if here else None,
                include_dashboard=False if here else None,
                log_to_driver=False,
                logging_level=logging.ERROR,
                _node_ip_address="127.0.0.1" if here else None,
            )
        found: dict[str, float] = ray.cluster_resources()
        self.workers = max(int(found.get("CPU", jobs)), 1)
        self.task = ray.remote(max_retries=1, num_cpus=1)(_work_on)
        self.work = ray.put(work)

    def work_off(self, items: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """The items with their results, in order."""
        coming = iter(items)
        waiting: deque[Batch] = deque()
        while True:
            while len(waiting) < self.workers * AHEAD and (some := list(islice(coming, BATCH))):
                waiting.append(self.give(some))
            if not waiting:
                return
            batch = waiting.popleft()
            yield from zip(batch.items, self.results_of(batch), strict=True)

    def give(self, items: list[Any]) -> Batch:
        """Send items to the cluster."""
        return Batch(items, self.task.remote(self.work, items))

    def results_of(self, batch: Batch) -> Sequence[Any]:
        """The results of a batch; where it fails as a whole, each of its items is tried by itself."""
        lost = self.awaited(batch)
        if lost is None:
            return batch.results
        if len(batch.items) == 1:
            return [lost]
        return [self.results_of(self.give([item]))[0] for item in batch.items]

    def awaited(self, batch: Batch) -> Lost | None:
        """Take what a batch has to say: None where its results are there, else why they never come."""
        # Batches begin in their order: the one that is waited for is at work, and no other stands before it.
        ready, _ = self.ray.wait([batch.promise], timeout=SECONDS_AN_ITEM)
        if not ready:
            self.ray.cancel(batch.promise, force=True)
            return Lost("source-too-costly", f"the reader took longer than {SECONDS_AN_ITEM:.0f} s and was stopped")
        try:
            batch.results = self.ray.get(batch.promise)
        except self.ray.exceptions.WorkerCrashedError:
            return Lost(CRASHED, "the reader ended; the other files are not affected")
        return None

    def stop(self) -> None:
        """Leave the cluster; one of our own ends."""
        if self.own:
            self.ray.shutdown()


def _work_on(work: Callable[[Any], Any], items: list[Any]) -> list[Any]:
    """The results of items, in their order; this runs on the cluster."""
    return [work(item) for item in items]
