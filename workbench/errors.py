"""The few kinds of error that users meet; each message says where, what and why."""


class WorkbenchError(Exception):
    """Base of every error that the workbench raises on purpose."""


class ReadError(WorkbenchError):
    """An input that could not be read.

    Parameters
    ----------
    path
        The input as the user named it.
    reason
        Why it was refused, with the bound where there is one.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class CodebookError(WorkbenchError):
    """A codebook file that breaks its schema.

    Parameters
    ----------
    path
        File inside the codebook folder.
    line
        1-based line of the entry at fault, or None where the file as a whole is.
    reason
        What is wrong and what would be right.
    """

    def __init__(self, path: str, line: int | None, reason: str) -> None:
        where = path if line is None else f"{path} line {line}"
        super().__init__(f"{where}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class SchemaError(WorkbenchError):
    """A frame that lacks a column, or a record that breaks its contract."""


class ReportError(WorkbenchError):
    """A notebook that could not be made into a report.

    Parameters
    ----------
    notebook
        The notebook as the user knows it.
    reason
        What went wrong, with the cell where there is one.
    """

    def __init__(self, notebook: str, reason: str) -> None:
        super().__init__(f"{notebook}: {reason}")
        self.notebook = notebook
        self.reason = reason


class CorpusError(WorkbenchError):
    """A corpus on disk that cannot be opened, or not be written to.

    Parameters
    ----------
    path
        The corpus's folder as the user named it.
    reason
        What is wrong, and what to do about it.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
