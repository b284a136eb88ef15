#!/usr/bin/env python3
"""Holds the tree to the house rules: every ✓ of ARCHITECTURE.md and STYLE.md, and what goes with
them.

Prints `path:line: rule: sentence (detail)` for each breach and ends with 1 if there is one. Rules
stand in tidy/, one module for each subject; a rule's docstring is its sentence. tidy_test.py shows
that each can find its breach. `tidy.py --rules` lists them; `tidy.py RULE…` runs only those.
"""

import pathlib
import sys

from tidy import code, comments, decisions, docs, layering, names, sql, tests, text, texts, tree

# Which module may include the types.h and service.h of which other: (user, used).
MODULE_PAIRS = {
    ("portal", "complaints"),  # what consumers hand in and follow are complaints
    ("referrals", "complaints"),  # a bureau's list becomes cases of ours
    ("today", "complaints"),  # what is in hand and due, at one glance
    ("today", "referrals"),  # what bureaus wait for
    ("search", "complaints"),  # their texts, and which of them somebody sees
    ("search", "referrals"),  # the same
    ("events", "complaints"),  # who may know that one has changed
    ("events", "referrals"),  # the same
    ("cases", "complaints"),  # what a closed complaint taught, offered while one is handled
}

# Where `catch` may stand, and what it is there for.
MAY_CATCH = {
    "src/app/checking.cpp": "a database that cannot be opened is a finding of `check`",
    "src/app/command_line.cpp": "usage, or what a command throws, becomes a sentence and exit 2",
    "src/app/commands.cpp": "a schema that cannot be brought up to date becomes a sentence",
    "src/app/configuration.cpp": "toml++ throws for what is no TOML",
    "src/app/founding.cpp": "a database that cannot be founded becomes a refusal",
    "src/app/installation.cpp": "a database that cannot be opened becomes a refusal",
    "src/platform/evidence/followers.cpp": "a follower that fails stays at its place",
    "src/platform/exchange/jobs.cpp": "the edge of the thread that imports",
    "src/platform/exchange/mapping.cpp": "toml++ throws for what is no TOML",
    "src/platform/files/vault.cpp": "a file that cannot be read is a finding",
    "src/platform/http/api.cpp": "the edge of a request",
    "src/platform/http/bodies.cpp": "the edge of a request's body",
    "src/platform/jobs/loop.cpp": "the edge of a loop's thread",
    "src/platform/storage/connection.cpp": "what SOCI throws leaves as a Failure with SQL of ours",
    "src/platform/storage/failure.cpp": "whatever was thrown becomes a Failure",
    "src/platform/storage/migrations.cpp": "a migration that fails is rolled back whole",
    "src/platform/storage/postgres.cpp": "rolls back, runs again, or settles an unknown outcome",
    "src/platform/storage/readers.cpp": "a broken connection is replaced once; a read is ended",
    "src/platform/storage/sqlite.cpp": "a failing group is taken apart command by command",
    "src/platform/workflow/book_row.cpp": "toml++ throws for what is no TOML",
    "src/platform/taxonomies/reading.cpp": "toml++ throws for what is no TOML",
}

MODULES = (layering, sql, names, code, comments, tests, text, texts, docs, decisions)


def findings_of(rules, checked):
    """(path, line, rule, text), ordered, of each breach in the tree."""
    found = set()
    for name, rule in rules.items():
        sentence = " ".join(rule.__doc__.split())
        for path, line, *detail in rule(checked):
            more = f" ({detail[0]})" if detail else ""
            found.add((path, line, name, sentence + more))
    return sorted(found)


def main(arguments):
    if arguments == ["--rules"]:
        for name, rule in sorted(tree.RULES.items()):
            print(f"{name}: {' '.join(rule.__doc__.split())}")
        return 0
    unknown = [name for name in arguments if name not in tree.RULES]
    if unknown:
        print(f"no such rule: {' '.join(unknown)}", file=sys.stderr)
        return 2
    rules = {name: rule for name, rule in tree.RULES.items() if not arguments or name in arguments}
    root = pathlib.Path(__file__).resolve().parent.parent
    checked = tree.Tree(root, MODULE_PAIRS, MAY_CATCH)
    found = findings_of(rules, checked)
    for path, line, name, sentence in found:
        print(f"{path}:{line}: {name}: {sentence}")
    print(f"{len(checked.files)} files, {len(rules)} rules, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
