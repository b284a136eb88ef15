"""Pages that must be there, and links that must lead somewhere."""

import posixpath
import re

from tidy.tree import rule

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
# `docs/formats/evidence.md` in running text; no patterns, no placeholders.
NAMED = re.compile(
    r"`((?:docs|tools|src|test|data|cmake|bench|web)/[\w./-]+\.(?:md|py|sh|h|cpp|json|toml|c))`")

TEST = re.compile(r"\bTEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\)")
# `test_a_sentence` and `Suite.Sentence`.
NAMED_TEST = re.compile(r"`(test_\w+|[A-Z][a-z]\w*\.[A-Z][a-z]*[A-Z]\w*)`")


def pages(tree):
    return [file for file in tree.files if file.suffix == ".md" and not file.is_foreign]


def without_code_blocks(text):
    return re.sub(r"^```.*?^```", lambda found: re.sub(r"[^\n]", "", found.group()), text,
                  flags=re.M | re.S)


def exists(tree, path):
    folder = path.rstrip("/") + "/"
    return path in tree.by_path or any(one.startswith(folder) for one in tree.by_path)


@rule
def links_lead_somewhere(tree):
    """A link, or a path in backquotes, leads to a file that is there."""
    for file in pages(tree):
        text = without_code_blocks(file.text)
        folder = posixpath.dirname(file.path)
        for found in LINK.finditer(text):
            target = found[1].partition("#")[0]
            if not target or re.match(r"[a-z]+:", target):
                continue
            if not exists(tree, posixpath.normpath(posixpath.join(folder, target))):
                yield file.path, text.count("\n", 0, found.start()) + 1, target
        for found in NAMED.finditer(text):
            if not exists(tree, found[1]):
                yield file.path, text.count("\n", 0, found.start()) + 1, found[1]


@rule
def folders_have_readmes(tree):
    """Each folder that is a library or a module has a README.md."""
    folders = {}
    for file in tree.sources("src/"):
        depth = 3 if file.is_under("src/platform/", "src/modules/") else 2
        if len(file.parts) > depth:
            folders.setdefault("/".join(file.parts[:depth]), file.path)
    for folder, first in sorted(folders.items()):
        if f"{folder}/README.md" not in tree.by_path:
            yield first, 1, f"{folder}/README.md"


@rule
def tests_named_in_docs_exist(tree):
    """A test that a page names is there."""
    tests = set()
    for file in tree.files:
        if file.is_test and file.suffix == ".py":
            tests.update(re.findall(r"^\s*def (test_\w+)", file.text, re.M))
        elif file.is_test and file.is_source:
            for suite, sentence in TEST.findall(file.cpp.code):
                tests.add(f"{suite}.{sentence}")
    for file in pages(tree):
        for found in NAMED_TEST.finditer(file.text):
            if found[1] not in tests:
                yield file.path, file.text.count("\n", 0, found.start()) + 1, found[1]
