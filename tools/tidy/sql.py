"""Where SQL stands, and what may not stand in it."""

import re

from tidy.tree import rule

STATEMENT = re.compile(
    r"\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA \w|WHERE|ORDER BY|GROUP BY|HAVING"
    r"|JOIN|UNION|ON CONFLICT|VALUES \(|LIMIT \?|(CREATE|ALTER|DROP) (TABLE|UNIQUE|INDEX|VIEW|SEQUENCE))"
    r"(\W|$)")

GROUP_BREAKER = re.compile(
    r"\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:TEMP\w*\s+)?(?:CONSTRAINT\s+)?TRIGGER\b"
    r"|\bINITIALLY\s+DEFERRED\b|\bDEFERRABLE\b|\bSET\s+CONSTRAINTS\b|\bdefer_foreign_keys\b"
    r"|\bOR\s+ROLLBACK\b", re.I)

CREATED = re.compile(r"\bCREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)", re.I)
DECLARED = re.compile(r"^-- table (\w+): (\w+)$", re.M)

TYPES = ("text", "bigint", "double precision")
TYPE_OF = {"_at": "bigint", "_fen": "bigint", "_ms": "bigint", "_on": "text"}
NO_COLUMN = ("PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT")


def statements_of(text):
    """SQL without its comments; lines stay."""
    return re.sub(r"--[^\n]*", "", text)


def migrations(tree):
    return [file for file in tree.files if file.is_under("src/") and file.suffix == ".sql"]


@rule
def sql_in_store_only(tree):
    """Only store.cpp holds SQL outside storage/."""
    for file in tree.sources("src/", tests=False):
        if file.is_under("src/platform/storage/") or file.name == "store.cpp":
            continue
        for at, value in file.cpp.strings:
            if STATEMENT.search(value):
                yield file.path, file.cpp.line(at), value.strip()[:40]


@rule
def tables_are_declared(tree):
    """Every table is declared domain or operational in the migration that first makes it."""
    made_in_code = set()
    declared_of = {}  # by dialect
    for file in tree.sources("src/platform/storage/", tests=False):
        for _, value in file.cpp.strings:
            made_in_code.update(CREATED.findall(value))
    for file in sorted(migrations(tree), key=lambda file: file.name):
        declared = declared_of.setdefault(file.name.split(".")[-2], set())
        for found in DECLARED.finditer(file.text):
            declared.add(found[1])
            if found[2] not in ("domain", "operational"):
                yield file.path, line_of(file, found), f"{found[2]} is neither"
        created = list(CREATED.finditer(statements_of(file.text)))
        for found in created:
            if found[1] not in declared:
                line = statements_of(file.text).count("\n", 0, found.start()) + 1
                yield file.path, line, f"nothing says what {found[1]} is"
        for found in DECLARED.finditer(file.text):
            if found[1] not in {one[1] for one in created} | made_in_code:
                yield file.path, line_of(file, found), f"there is no table {found[1]}"


@rule
def nothing_breaks_a_group(tree):
    """No deferred constraints, no OR ROLLBACK, no triggers."""
    for file in migrations(tree):
        for line in file.matches(GROUP_BREAKER, statements_of(file.text)):
            yield file.path, line
    for file in tree.sources("src/", tests=False):
        for at, value in file.cpp.strings:
            if GROUP_BREAKER.search(value):
                yield file.path, file.cpp.line(at), value.strip()[:40]


@rule
def columns_are_portable(tree):
    """Columns are text, bigint or double precision; _at, _fen and _ms are bigint, _on is text."""
    for file in migrations(tree):
        inside = False
        for number, line in enumerate(statements_of(file.text).split("\n"), 1):
            if re.match(r"CREATE TABLE\b", line):
                inside = True
            elif line.startswith(")"):
                inside = False
            found = re.match(r"\s+(\w+)\s+(double precision|\w+)", line)
            if not inside or not found or found[1] in NO_COLUMN:
                continue
            name, kind = found[1], found[2]
            wanted = TYPE_OF.get(name.rpartition("_")[1] + name.rpartition("_")[2])
            if kind not in TYPES or wanted and kind != wanted:
                yield file.path, number, f"{name} {kind}"


def line_of(file, found):
    return file.text.count("\n", 0, found.start()) + 1
