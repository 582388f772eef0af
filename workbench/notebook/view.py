"""A view as a value: what a cell shows, as text for tests and as HTML for people."""

import msgspec


class View(msgspec.Struct, frozen=True):
    """Something a notebook or a report can show; `plain` says in text what `html` shows."""

    plain: str
    html: str

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/plain": self.plain, "text/html": self.html}
