"""What tests do without."""

import re

from tidy.tree import rule

SLEEP = (r"\bsleep_(?:for|until)\b|\b(?:u|nano)?sleep\s*\(|\btime\.sleep\b|\basyncio\.sleep\b"
         r"|\bwaitForTimeout\b")

# Slows a disk on purpose, as its users tell it.
SLOW_ON_PURPOSE = ("test/faults/disk_shim.c",)

OFF = {
    ".cpp": r"\bDISABLED_|\bGTEST_SKIP\b",
    ".h": r"\bDISABLED_|\bGTEST_SKIP\b",
    ".py": r"@(?:unittest\.)?skip|\b[sS]kipTest\b|\bexpectedFailure\b|\bmark\.(?:skip|xfail)",
    ".js": r"\.(?:skip|only|todo)\b|\bx(?:it|describe|test)\s*\(",
    ".ts": r"\.(?:skip|only|todo)\b|\bx(?:it|describe|test)\s*\(",
    ".txt": r"\bDISABLED\b",
    ".cmake": r"\bDISABLED\b",
}


def code_of(file):
    """Without comments, so that one may say why nothing sleeps."""
    if file.is_source:
        return file.cpp.code
    return re.sub(r"#[^\n]*", "", file.text)


@rule
def no_test_sleeps(tree):
    """No test sleeps: it waits for what it wants to see."""
    for file in tree.files:
        if not file.is_test or file.is_foreign or file.path in SLOW_ON_PURPOSE:
            continue
        pattern = SLEEP
        if file.suffix == ".sh":
            pattern = r"\bsleep[ \t]+[\d.$]"
        elif not (file.is_source or file.suffix in (".py", ".js", ".ts")):
            continue
        for line in file.matches(pattern, code_of(file)):
            yield file.path, line


@rule
def no_disabled_tests(tree):
    """No disabled tests."""
    for file in tree.files:
        described = file.name == "CMakeLists.txt" or file.suffix == ".cmake"
        if file.is_foreign or not (file.is_test or described) or file.suffix not in OFF:
            continue
        for line in file.matches(OFF[file.suffix], code_of(file)):
            yield file.path, line


@rule
def everything_is_built_and_run(tree):
    """CMake names every folder of src/, every fuzz target and every black-box test."""
    built = without_comments(tree, "CMakeLists.txt")
    fuzzed = without_comments(tree, "test/fuzz/CMakeLists.txt")
    run = without_comments(tree, "test/CMakeLists.txt")
    seen = set()
    for file in tree.files:
        folder = "/".join(file.parts[1:3 if file.is_under("src/platform/", "src/modules/") else 2])
        if file.is_under("src/") and file.suffix == ".cpp" and folder not in seen:
            seen.add(folder)
            if f"xb_library({folder} " not in built:
                yield file.path, 1, f"xb_library({folder} …)"
        found = re.fullmatch(r"test/fuzz/(\w+)_fuzz\.cpp", file.path)
        if found and f"xb_fuzz({found[1]} " not in fuzzed:
            yield file.path, 1, f"xb_fuzz({found[1]} …)"
        found = re.fullmatch(r"test/blackbox/(\w+)_test\.py", file.path)
        if found and not re.search(rf"foreach\(story[^)]*\b{found[1]}\b", run):
            yield file.path, 1, "not in foreach(story …)"


def without_comments(tree, path):
    return re.sub(r"#[^\n]*", "", tree.text_of(path))
