"""A progress line on standard error, drawn only where a person sees it."""

import sys
import time

import click

__all__ = ["Progress"]


class Progress:
    """How many of many files are read; silent for one file, and where standard error is no terminal."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.begun = time.monotonic()
        self.drawn = False
        self.active = total > 1 and sys.stderr.isatty()

    def __enter__(self) -> "Progress":
        self.draw()
        return self

    def __exit__(self, *error: object) -> None:
        self.clear()

    def advance(self) -> None:
        """One more file is done."""
        self.done += 1
        if self.done < self.total:
            self.draw()

    def draw(self) -> None:
        """Show the line as it stands."""
        if not self.active:
            return
        seconds = time.monotonic() - self.begun
        left = f", {seconds / self.done * (self.total - self.done):.0f} s left" if self.done else ""
        full = 30 * self.done // self.total
        bar = "█" * full + "░" * (30 - full)
        click.echo(f"\r\033[K{bar} {self.done}/{self.total}{left}", nl=False, err=True)
        self.drawn = True

    def clear(self) -> None:
        """Take the line away, so that other words can stand there."""
        if self.drawn:
            click.echo("\r\033[K", nl=False, err=True)
            self.drawn = False
