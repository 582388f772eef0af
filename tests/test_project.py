"""What the project promises about itself: one list of dependencies, pinned; seeds that never change."""

import ast
import hashlib
import re
import runpy
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUN, DEV = "requirements.lock", "requirements-dev.lock"
#: Started by name, never imported.
RUN_AS_PROGRAMS = {"ipykernel", "jupyterlab"}
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)


def pins(name):
    return {(canonicalize_name(package), version) for package, version in PIN.findall((ROOT / name).read_text())}


def declared(*, dev):
    extra = PROJECT["project"]["optional-dependencies"]["dev"] if dev else []
    lines = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"] + extra
    return [Requirement(line) for line in lines]


def satisfies(requirement, pinned):
    return any(
        canonicalize_name(requirement.name) == name and version in requirement.specifier for name, version in pinned
    )


def imported_modules():
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "workbench").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    members = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in plain | members}


def requirements_of(lock):
    """Each entry of a lock: a pin with the hash lines that follow it."""
    lines = [line for line in (ROOT / lock).read_text().splitlines() if not line.lstrip().startswith("#")]
    return re.split(r"\n(?=\S)", "\n".join(lines).strip())


@pytest.mark.parametrize(("lock", "dev"), [(RUN, False), (DEV, True)])
def test_the_lock_pins_every_declared_dependency(lock, dev):
    missing = [str(r) for r in declared(dev=dev) if not satisfies(r, pins(lock))]
    assert missing == [], f"{lock} is behind pyproject.toml: run make lock"


def test_the_development_lock_holds_the_run_lock():
    assert pins(RUN) <= pins(DEV)


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_every_pin_has_hashes_and_no_address(lock):
    entries = requirements_of(lock)
    assert [entry for entry in entries if not PIN.match(entry) or "--hash=sha256:" not in entry] == []
    assert "://" not in (ROOT / lock).read_text()


def test_conda_users_get_the_locked_set_on_the_same_python():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    (python,) = [d for d in environment["dependencies"] if isinstance(d, str) and d.startswith("python")]
    (pip,) = [d["pip"] for d in environment["dependencies"] if isinstance(d, dict)]
    assert SpecifierSet(python.removeprefix("python")) == SpecifierSet(PROJECT["project"]["requires-python"])
    assert pip == [f"--requirement {DEV}"]


def test_the_build_group_holds_the_build_backend():
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["dependency-groups"]["build"])


def test_every_runtime_dependency_is_named_in_the_title_of_a_decision_record():
    titles = " ".join(path.read_text("utf-8").partition("\n")[0] for path in (ROOT / "docs" / "adr").glob("*.md"))
    named = {word.strip("`,.:") for word in titles.split()}
    assert {Requirement(line).name for line in PROJECT["project"]["dependencies"]} - named == set()


def test_what_is_imported_is_declared_and_what_is_declared_is_needed():
    distributions = packages_distributions()
    found = {canonicalize_name(name) for module in imported_modules() for name in distributions.get(module, ())}
    declared_names = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    optional = {
        canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["optional-dependencies"]["dask"]
    }
    assert found - {"press-workbench"} == declared_names - RUN_AS_PROGRAMS | optional


def test_licences_of_shipped_data_travel_with_the_program():
    named = {path for pattern in PROJECT["project"]["license-files"] for path in ROOT.glob(pattern)}
    told = set((ROOT / "workbench").rglob("LICENSE*"))
    told |= {path for path in (ROOT / "workbench").rglob("*.md") if "CC BY-SA" in path.read_text("utf-8")}
    assert len(told) >= 2
    assert named == {ROOT / "LICENSE", *told}


def test_decision_records_are_numbered_once_each():
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "adr").glob("*.md"))]
    assert len(numbers) == len(set(numbers))


def test_the_seeds_are_the_bytes_that_their_readme_states():
    stated = dict(
        re.findall(r"^\| `(\S+)` .* `([0-9a-f]{64})` \|$", (ROOT / "seeds" / "README.md").read_text(), re.MULTILINE)
    )
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").glob("*.txt")}
    assert len(found) == 5
    assert found == stated


PAGES = [
    path for folder in (ROOT, ROOT / "docs", ROOT / "docs" / "adr", ROOT / "seeds") for path in folder.glob("*.md")
]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_no_link_leads_nowhere(page):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_the_architecture_page_lists_the_modules_as_they_are():
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    listed = runpy.run_path(str(ROOT / "tools" / "list_modules.py"))["with_modules"]
    assert page == listed(page), "run make docs"


def test_no_source_line_names_a_machine_or_a_registry():
    words = ("/" + "root/", "/" + "work/", "python" + "hosted")
    files = [p for name in ("workbench", "tests", "notebooks", "docs") for p in (ROOT / name).rglob("*") if p.is_file()]
    texts = [p for p in files if p.suffix in {".py", ".md", ".yaml", ".ipynb", ".html", ".css", ".json"}]
    assert [str(p.relative_to(ROOT)) for p in texts if any(word in p.read_text() for word in words)] == []
