"""Size and form of source files, and what C++ of ours does without."""

import ast
import re

from tidy.tree import rule

LINES_MAX = 400
FUNCTION_MAX = 60

# What people write and read; data, texts and generated files may be as long as they are.
WRITTEN = (".cpp", ".h", ".c", ".py", ".sh", ".cmake", ".sql", ".js", ".ts", ".tsx", ".css",
           ".html", ".md")
WRITTEN_NAMES = ("CMakeLists.txt", "dev", "run")

CLOCK = (r"\b(system_clock|utc_clock|file_clock|gettimeofday|clock_gettime|timespec_get|ftime)\b"
         r"|(?<![\w.>])(?<!\w::)(?:std::|::)?time\s*\(\s*(?:nullptr|NULL|0|&\s*\w+)\s*\)")
SQL_CLOCK = re.compile(
    r"\bCURRENT_(TIMESTAMP|DATE|TIME)\b|\bnow\s*\(\s*\)|'now'|\bunixepoch\b", re.I)


@rule
def file_length(tree):
    """At most 400 lines a file."""
    for file in tree.files:
        written = file.suffix in WRITTEN or file.name in WRITTEN_NAMES
        if written and not file.is_foreign and file.text.count("\n") > LINES_MAX:
            yield file.path, LINES_MAX + 1, f"it has {file.text.count(chr(10))}"


@rule
def function_length(tree):
    """At most 60 lines a function."""
    for file in tree.files:
        for first, last in spans_of(file):
            if last - first + 1 > FUNCTION_MAX:
                yield file.path, first, f"it has {last - first + 1}"


def spans_of(file):
    """(first line, last line) of each function."""
    if file.is_source:
        return [(first, last) for first, last, _, _ in file.cpp.functions]
    if file.suffix != ".py":
        return []
    try:
        nodes = ast.walk(ast.parse(file.text))
    except SyntaxError:
        return []
    return [(node.lineno, node.end_lineno) for node in nodes
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


@rule
def pragma_once(tree):
    """Headers say #pragma once before their first declaration."""
    for file in tree.sources():
        if file.suffix != ".h":
            continue
        lines = file.cpp.code.split("\n")
        first = next((number for number, line in enumerate(lines, 1) if line.strip()), None)
        if first is None or not re.match(r"\s*#pragma once\s*$", lines[first - 1]):
            yield file.path, first or 1


@rule
def no_using_namespace(tree):
    """No `using namespace` at namespace scope."""
    for file in tree.sources():
        for found in re.finditer(r"\busing\s+namespace\b", file.cpp.code):
            if not file.cpp.is_in_function(found.start()):
                yield file.path, file.cpp.line(found.start())


@rule
def catch_is_listed(tree):
    """`catch` stands only in the files that tools/tidy.py lists."""
    caught = set()
    for file in tree.sources("src/", "bench/", tests=False):
        for line in file.matches(r"\bcatch\s*\(", file.cpp.code):
            caught.add(file.path)
            if file.path not in tree.may_catch:
                yield file.path, line
    for path in tree.may_catch - caught:
        yield "tools/tidy.py", 1, f"{path} is listed and catches nothing"


@rule
def no_regex(tree):
    """std::regex is banned: it crashes on long input."""
    for file in tree.sources():
        for at, target in file.cpp.includes:
            if target == "<regex>":
                yield file.path, file.cpp.line(at), target
        for line in file.matches(r"\bstd::w?(regex|smatch|cmatch|regex_\w+)\b", file.cpp.code):
            yield file.path, line


@rule
def time_is_an_argument(tree):
    """Clocks of the day are read only in telemetry/ and app/wall_clock."""
    for file in tree.files:
        if not file.is_under("src/", "test/support/"):
            continue
        if file.is_under("src/platform/telemetry/", "src/app/wall_clock."):
            continue
        if file.is_source:
            for line in file.matches(CLOCK, file.cpp.code):
                yield file.path, line
            for at, value in file.cpp.strings:
                if not file.is_test and SQL_CLOCK.search(value):
                    yield file.path, file.cpp.line(at), value.strip()[:40]
        elif file.suffix == ".sql":
            for line in file.matches(SQL_CLOCK):
                yield file.path, line
