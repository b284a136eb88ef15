"""A library has a decision record, and a record names what is still used."""

import json
import re

from tidy.tree import rule

RECORDS = "docs/decisions/"
PARTS = ("Question", "Choice", "Why", "What would change our mind")


def records(tree):
    return [file for file in tree.files
            if file.is_under(RECORDS) and file.suffix == ".md" and file.name != "README.md"]


def recorded(tree):
    """Package -> (path, line), from the lines `Packages: a b c`."""
    out = {}
    for file in records(tree):
        for number, line in enumerate(file.lines, 1):
            if line.startswith("Packages: "):
                for package in line.removeprefix("Packages: ").replace(",", " ").split():
                    out[package] = file.path, number
    return out


def needed(tree):
    """Package -> (path, line), from `dev` and web/package.json."""
    out = {}
    text = tree.text_of("dev")
    found = re.search(r"^packages=\(\n(.*?)^\)", text, re.M | re.S)
    if found:
        first = text.count("\n", 0, found.start(1)) + 1
        for number, line in enumerate(found[1].split("\n")):
            for package in line.split("#")[0].split():
                out[package] = "dev", first + number
    for number, line in enumerate(text.split("\n"), 1):
        if "npm install" in line:
            for package in re.findall(r"(?<=\s)([\w@/-]+)@\d+", line):
                out[f"npm:{package}"] = "dev", number
    web = tree.text_of("web/package.json")
    try:
        described = json.loads(web) if web else {}
    except json.JSONDecodeError:
        described = {}
    for kind in ("dependencies", "devDependencies"):
        for package in described.get(kind, {}):
            line = web.count("\n", 0, web.find(f'"{package}"')) + 1
            out[f"npm:{package}"] = "web/package.json", line
    return out


@rule
def libraries_have_records(tree):
    """Every package that `dev` or web/package.json wants has a record in docs/decisions."""
    known = recorded(tree)
    for package, (path, line) in needed(tree).items():
        if package not in known:
            yield path, line, package


@rule
def records_name_what_is_used(tree):
    """A record names only packages that are wanted, and packages are named once."""
    wanted = needed(tree)
    seen = {}
    for file in records(tree):
        for number, line in enumerate(file.lines, 1):
            if not line.startswith("Packages: "):
                continue
            for package in line.removeprefix("Packages: ").replace(",", " ").split():
                if package not in wanted:
                    yield file.path, number, f"nothing wants {package}"
                if package in seen:
                    yield file.path, number, f"{package} stands in {seen[package]}, too"
                seen[package] = file.path


@rule
def records_have_four_parts(tree):
    """A record has a Question, a Choice, a Why and What would change our mind, and README.md lists
    it."""
    listed = tree.text_of(RECORDS + "README.md")
    for file in records(tree):
        for part in PARTS:
            if not re.search(rf"^\*\*{part}\.?\*\*", file.text, re.M):
                yield file.path, 1, f"no {part}"
        if f"]({file.name})" not in listed:
            yield file.path, 1, "not in the list"
