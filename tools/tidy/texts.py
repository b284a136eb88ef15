"""The sentences of data/texts: in both languages, no more and no fewer than the program says."""

import re
import tomllib

from tidy.tree import rule

LANGUAGES = ("zh-CN", "en")

REFUSAL = re.compile(r"\brefuse\s*\(\s*Reason::\w+\s*,")
REFUSING_FUNCTION = re.compile(r"\btl::unexpected<Refusal>\s+(\w+)\s*\(\s*const char\s*\*")

ENUMERATORS = re.compile(r"\bBOOST_DESCRIBE_ENUM\s*\(\s*\w+\s*,([^)]*)\)")

MEMBERS = re.compile(r"\bBOOST_DESCRIBE_STRUCT\s*\(\s*\w+\s*,\s*\([^)]*\)\s*,\s*\(([^)]*)\)")

# First words of codes that name nothing but a refusal or a finding, wherever they stand.
CODES_ONLY = ("check", "directory", "field", "idempotency", "keys", "list", "mapping", "permission",
              "row")


def texts_of(tree, language):
    """By file name: {key: line}; a file that is no TOML has none."""
    out = {}
    for file in tree.files:
        if file.is_under(f"data/texts/{language}/") and file.suffix == ".toml":
            out[file.name] = {}
            try:
                keys = flat(tomllib.loads(file.text))
            except tomllib.TOMLDecodeError:
                continue
            for key in keys:
                at = file.text.find(f'"{key}"')
                out[file.name][key] = file.text.count("\n", 0, max(at, 0)) + 1
    return out


def flat(table, before=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, before + key + ".")
        else:
            yield before + key


@rule
def texts_in_both_languages(tree):
    """data/texts/zh-CN and data/texts/en have the same files with the same keys."""
    chinese, english = (texts_of(tree, language) for language in LANGUAGES)
    for language, own, other in (("zh-CN", chinese, english), ("en", english, chinese)):
        for name, keys in own.items():
            path = f"data/texts/{language}/{name}"
            if name not in other:
                yield path, 1, "the other language has no such file"
                continue
            for key, line in keys.items():
                if key not in other[name]:
                    yield path, line, f"the other language has no {key}"


@rule
def texts_are_toml(tree):
    """Texts are well-formed TOML, every key once in its language and with a sentence."""
    for language in LANGUAGES:
        seen = {}
        for file in tree.files:
            if not file.is_under(f"data/texts/{language}/") or file.suffix != ".toml":
                continue
            try:
                table = tomllib.loads(file.text)
            except tomllib.TOMLDecodeError as error:
                found = re.search(r"line (\d+)", str(error))
                yield file.path, int(found[1]) if found else 1, str(error)
                continue
            for key in flat(table):
                line = file.text.count("\n", 0, max(file.text.find(f'"{key}"'), 0)) + 1
                if key in seen:
                    yield file.path, line, f"{key} stands in {seen[key]}, too"
                seen[key] = file.path
            for key, value in table.items():
                if value == "":
                    yield file.path, 1, f"{key} says nothing"


def codes_in(file):
    """(line, code) of what a source refuses with, as far as it is a literal."""
    source = file.cpp
    for found in REFUSAL.finditer(source.code):
        yield from literals_in(file, found.end(), end_of_argument(source.code, found.end()))
    for name in {found[1] for found in REFUSING_FUNCTION.finditer(source.code)}:
        for found in re.finditer(rf"\b{name}\s*\(", source.code):
            yield from literals_in(file, found.end(), end_of_argument(source.code, found.end()))
    for at, value in source.strings:
        if re.fullmatch(rf"({'|'.join(CODES_ONLY)})\.[a-z][a-z_]*", value):
            yield source.line(at), value


def literals_in(file, begin, end):
    """Those that are the argument itself, or a branch of it; not what is passed on to others."""
    for at, value in file.cpp.strings:
        before = file.cpp.code[begin:at]
        if begin <= at < end and before.count("(") + before.count("[") == (
                before.count(")") + before.count("]")):
            yield file.cpp.line(at), value


def end_of_argument(code, at):
    depth = 0
    for end in range(at, len(code)):
        if code[end] in "([{":
            depth += 1
        elif code[end] in ")]}":
            depth -= 1
        if depth < 0 or depth == 0 and code[end] == ",":
            return end
    return len(code)


@rule
def refusals_have_texts(tree):
    """Every code that the program refuses with has its sentence in both languages."""
    known = [{key for keys in texts_of(tree, language).values() for key in keys}
             for language in LANGUAGES]
    for file in tree.sources("src/", tests=False):
        for line, code in codes_in(file):
            if any(code not in keys for keys in known):
                yield file.path, line, code


@rule
def texts_are_used(tree):
    """Every text is used: the program, or a page of it, names its key."""
    named = set()
    sources = list(tree.sources("src/", tests=False))
    permissions = {found for file in sources for _, found in file.cpp.strings
                   if re.fullmatch(r"[a-z_]+\.[a-z_]+", found)}
    enumerators = {name for file in sources for names in ENUMERATORS.findall(file.cpp.code)
                   for name in re.findall(r"\w+", names)}
    members = {name for file in sources for names in MEMBERS.findall(file.cpp.code)
               for name in re.findall(r"\w+", names)}
    for file in sources:
        values = {value for _, value in file.cpp.strings}
        named.update(values)
        # `imports.` and `begin`, put together where a route is made.
        named.update(first + second for first in values if re.fullmatch(r"[a-z_]+\.", first)
                     for second in values | permissions)
        # `complaint.state.` before the name of a value of an enumeration, `export.column.` before
        # that of a member of a struct.
        named.update(first + second for first in values if re.fullmatch(r"[a-z_]+\.[a-z_]+\.", first)
                     for second in (members if first.endswith(".column.") else enumerators))
    pages = [file.text for file in tree.files
             if file.is_under("data/pages/", "web/src/") and not file.is_foreign]
    for language in LANGUAGES:
        for name, keys in texts_of(tree, language).items():
            for key, line in keys.items():
                operation = key.removeprefix("operation.")
                if key in named or operation != key and operation in named:
                    continue
                if not any(key in page for page in pages):
                    yield f"data/texts/{language}/{name}", line, key


@rule
def operations_have_texts(tree):
    """Every operation under /api has its sentence in both languages; pages have none."""
    known = [{key for keys in texts_of(tree, language).values() for key in keys}
             for language in LANGUAGES]
    for file in tree.sources("src/", tests=False):
        strings = file.cpp.strings
        for (at, operation), (_, path) in zip(strings, strings[1:]):
            if not path.startswith("/api/") or not re.fullmatch(r"[a-z_]+\.[a-z_]+", operation):
                continue
            if operation.startswith("page."):
                continue
            if any("operation." + operation not in keys for keys in known):
                yield file.path, file.cpp.line(at), operation
