import subprocess
import sys

#: What takes long to import and tagging does without; the model's library waits until a model is loaded.
HEAVY = {
    *("anywidget", "IPython", "ipywidgets", "lxml", "matplotlib", "nbclient", "numpy", "pandas", "pyarrow"),
    *("pycrfsuite", "resiliparse", "sqlite3", "tantivy", "trafilatura"),
}


def loaded_by(statement):
    program = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)  # noqa: S603
    return set(done.stdout.split())


def test_importing_the_tagger_loads_nothing_heavy():
    loaded = loaded_by("from workbench.tag import build_tagger")
    assert {"workbench", "msgspec", "ahocorasick_rs"} <= loaded
    assert not loaded & HEAVY


def test_the_model_is_what_loads_its_library():
    assert "pycrfsuite" in loaded_by(
        "import workbench.pipeline as one, workbench.codebook as other; one.make_records([], other.load_codebook())"
    )
