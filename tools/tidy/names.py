"""Words that say nothing."""

import io
import re
import tokenize

from tidy.tree import rule

EMPTY = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "base", "impl"}

# Names that are used through `.`, `->` or `::` were declared elsewhere, perhaps by others.
IDENTIFIER = re.compile(r"(?<![\w.>:])[A-Za-z_]\w*|(?<=this->)\w+|(?<=this\.)\w+|(?<=self\.)\w+")
# A test's name is a sentence.
TEST_SENTENCE = re.compile(r"(?<=\bTEST)(?:_F|_P)?\(\s*\w+,\s*\w+")
SHELL_NAME = re.compile(r"^[ \t]*(?:local[ \t]+|readonly[ \t]+)?([A-Za-z_]\w*)(?=\(\)|=)", re.M)
JS_TEXT = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`", re.S)
SQL_TEXT = re.compile(r"--[^\n]*|'[^']*'")


def words_of(name):
    """The words of a snake_case or PascalCase name, or of a file name."""
    for part in re.split(r"[^A-Za-z0-9]+|_", name):
        for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[0-9]+", part):
            yield word.lower()


def empty_word(name):
    return next((word for word in words_of(name) if word in EMPTY), None)


def names_in(file):
    """(line, name) of what a file may declare."""
    if file.is_source:
        text = TEST_SENTENCE.sub(
            lambda found: found.group().rpartition(",")[0] + ",", file.cpp.code)
    elif file.suffix == ".py":
        yield from python_names(file.text)
        return
    elif file.suffix in (".js", ".mjs", ".ts", ".tsx"):
        text = JS_TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), file.text)
    elif file.suffix == ".sql":
        text = SQL_TEXT.sub("", file.text)
    elif file.suffix == ".sh" or file.text.startswith("#!/usr/bin/env bash"):
        for found in SHELL_NAME.finditer(file.text):
            yield file.text.count("\n", 0, found.start(1)) + 1, found[1]
        return
    else:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for found in IDENTIFIER.finditer(line):
            yield number, found.group()


def python_names(text):
    before = ["", ""]
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.NAME and (before[1] != "." or before[0] in ("self", "cls")):
                yield token.start[0], token.string
            before = [before[1], token.string]
    except (tokenize.TokenError, IndentationError):
        return


@rule
def no_empty_names(tree):
    """Files and identifiers never say util, helper, common, misc, manager, base, impl."""
    for file in tree.files:
        if file.is_foreign:
            continue
        word = empty_word(file.path)
        if word:
            yield file.path, 1, f"{word} in its path"
        for line, name in names_in(file):
            if empty_word(name):
                yield file.path, line, name
