"""Lines for machines: what the site logs, as one JSON object a line, without a name of a person."""

import json
import logging
import logging.config
from datetime import UTC, datetime

from operative.errors import WrongCall

__all__ = ["Lines", "set_up_logs"]

FORMS = ("json", "none")


class Lines(logging.Formatter):
    """A record as one line of JSON.

    Of a message only its pattern is written: what other programs fill into it (paths, addresses) may name a person.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, with the places of a failure in our code where there is one."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "time": moment,
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": str(record.msg),
        }
        line |= getattr(record, "said", {})
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["places"] = self.places_of(record)
        return json.dumps(line, ensure_ascii=False)

    def places_of(self, record: logging.LogRecord) -> list[str]:
        """Where it failed, from the outermost call in: file and line, without values."""
        found = []
        trace = record.exc_info[2] if record.exc_info else None
        while trace is not None:
            found.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
            trace = trace.tb_next
        return found


def set_up_logs(form: str) -> None:
    """From here on, requests and failures are logged to the standard error in this form: json; none or empty, not.

    Raises `WrongCall` for another form.
    """
    if form in ("", "none"):
        return
    if form not in FORMS:
        raise WrongCall(f"log.form is set to {form!r}; write {' or '.join(FORMS)}")
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"lines": {"()": Lines}},
            "handlers": {"standard error": {"class": "logging.StreamHandler", "formatter": "lines"}},
            "loggers": {
                "operative": {"level": "INFO", "handlers": ["standard error"], "propagate": False},
                "django": {"level": "WARNING", "handlers": ["standard error"], "propagate": False},
            },
        }
    )
