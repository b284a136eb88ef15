"""The files that rules look at, and the list of rules. Nothing here knows what a rule says."""

import functools
import pathlib
import re
import subprocess

from tidy import cpp

RULES = {}

# Its trees are broken on purpose; tidy_test.py looks at them one by one.
EXAMPLES = "tools/tidy_examples/"

SOURCES = (".cpp", ".h", ".c")


def rule(function):
    """A rule yields (path, line) or (path, line, detail); its docstring is the house's sentence."""
    RULES[function.__name__] = function
    return function


class File:
    """One file, read when first asked for. What is not UTF-8 reads as empty."""

    def __init__(self, root, path):
        self.path = path
        self.name = path.rpartition("/")[2]
        self.stem, dot, suffix = self.name.partition(".")
        self.suffix = "." + self.name.rpartition(".")[2] if dot and self.stem else ""
        self.on_disk = root / path

    @functools.cached_property
    def bytes(self):
        return self.on_disk.read_bytes()

    @functools.cached_property
    def text(self):
        try:
            return self.bytes.decode()
        except UnicodeDecodeError:
            return ""

    @functools.cached_property
    def lines(self):
        return self.text.split("\n")

    @functools.cached_property
    def cpp(self):
        return cpp.Source(self.text)

    @functools.cached_property
    def parts(self):
        return self.path.split("/")

    def is_under(self, *folders):
        return self.path.startswith(folders)

    @property
    def is_source(self):
        return self.suffix in SOURCES

    @property
    def is_test(self):
        if self.is_under("test/"):
            return True
        return self.name.endswith(("_test.cpp", "_fixture.h", "_fixture.cpp", "_test.py"))

    @property
    def is_foreign(self):
        """Data of others, seeds of fuzzers, what a tool wrote: their form is not ours to choose."""
        return self.is_under("test/fuzz/corpus/") or self.path == "web/src/api/schema.ts" or (
            self.is_under("test/data/") and self.suffix == ".csv")

    def matches(self, pattern, text=None):
        """The lines on which `pattern` is found, each once; `text` has the lines of the file."""
        text = self.text if text is None else text
        if isinstance(pattern, str):
            pattern = re.compile(pattern, re.M)
        seen = set()
        for found in pattern.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            if line not in seen:
                seen.add(line)
                yield line


class Tree:
    """`module_pairs` are the (user, used) modules that may be; `may_catch` files with `catch`."""

    def __init__(self, root, module_pairs=(), may_catch=()):
        self.root = pathlib.Path(root).resolve()
        self.module_pairs = set(module_pairs)
        self.may_catch = set(may_catch)
        self.files = [File(self.root, path) for path in sorted(paths_in(self.root))]
        self.by_path = {file.path: file for file in self.files}

    def sources(self, *folders, tests=True):
        """C++ files below `folders`, or all of them."""
        return [file for file in self.files
                if file.is_source and (not folders or file.is_under(*folders))
                and (tests or not file.is_test)]

    def text_of(self, path):
        file = self.by_path.get(path)
        return file.text if file else ""


def paths_in(root):
    """What git tracks or would track; in a plain folder, everything."""
    if (root / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "-z"],
            cwd=root, capture_output=True, check=True).stdout.decode().split("\0")
    else:
        listed = [path.relative_to(root).as_posix() for path in root.rglob("*")]
    return {path for path in listed
            if path and not path.startswith(EXAMPLES) and (root / path).is_file()}
